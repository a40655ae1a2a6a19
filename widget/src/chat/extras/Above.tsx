import { view } from '../view';
import { Leaving } from './Leaving';
import { LeftBehind } from './LeftBehind';
import { QuotingNow } from './Quotes';

/** Above the box. */
export const Above = view(() => (
  <>
    <LeftBehind />
    <Leaving />
    <QuotingNow />
  </>
));
