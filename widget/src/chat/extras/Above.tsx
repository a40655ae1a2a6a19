import { view } from '../view';
import { QuotingNow } from './Quotes';

/** Above the box. */
export const Above = view(() => <QuotingNow />);
