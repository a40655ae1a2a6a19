import emoji from '../../ui/emoji/emoji.css?inline';
import quotes from '../../ui/quote/quote.css?inline';
import { addStyles } from '../../ui/part';
import above from './above.css?inline';
import lines from './lines.css?inline';

addStyles(quotes + emoji + above + lines);

export { Above } from './Above';
export { Beside } from './Beside';
export { Failed } from './Failed';
export { News } from './News';
export { PlaceNews } from './PlaceNews';
export { Quoted, QuoteThis } from './Quotes';
export { Typist } from './Typist';
export { Remote } from './Remote';
