import emoji from '../../ui/emoji/emoji.css?inline';
import quotes from '../../ui/quote/quote.css?inline';
import { addStyles } from '../../ui/part';

addStyles(quotes + emoji);

export { Above } from './Above';
export { Beside } from './Beside';
export { Failed } from './Failed';
export { PlaceNews } from './PlaceNews';
export { Quoted, QuoteThis } from './Quotes';
