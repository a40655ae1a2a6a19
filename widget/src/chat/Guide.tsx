import { useRef } from 'preact/hooks';
import { useFace } from './face';
import { later } from './later';
import { view } from './view';

/** Fewer letters are no question. */
export const leastTyped = 4;

const Manual = later(() => import('./manual/Manual'), (part) => part.Manual);

const Notice = later(() => import('./consent/Notice'), (part) => part.Notice);

/** What the site tells about personal data, before the first message of all. */
export const Privacy = view(() => {
  const { conversation, notice } = useFace();
  return notice && conversation.isFirst.value && <Notice notice={notice} />;
});

/** What the manual has on it, once something is written that would open a ticket. */
export const Guide = view(() => {
  const { conversation, draft } = useFace();
  const isWanted = useRef(false);
  isWanted.current ||= draft.value.trim().length >= leastTyped;
  return conversation.begins.value && isWanted.current && <Manual />;
});
