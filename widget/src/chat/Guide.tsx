import { useRef } from 'preact/hooks';
import { useFace } from './face';
import { later } from './later';
import { view } from './view';

/** Fewer letters are no question. */
export const leastTyped = 4;

const Manual = later(() => import('./manual/Manual'), (part) => part.Manual);

/** What the manual has on it, once something is written that would open a ticket. */
export const Guide = view(() => {
  const { conversation, draft } = useFace();
  const isWanted = useRef(false);
  isWanted.current ||= draft.value.trim().length >= leastTyped;
  return conversation.begins.value && isWanted.current && <Manual />;
});
