import { useRef, useState } from 'preact/hooks';
import type { KindOffer } from '../contract/hubs';
import { Icon } from '../ui/icons';
import { useFace } from './face';
import { choices, condition } from './kinds';
import { later } from './later';
import { promiseWords } from './TicketCard';
import { view } from './view';

const Choices = later(() => import('./kinds/parts'), (part) => part.Choices);
const Confirmation = later(() => import('./kinds/parts'), (part) => part.Confirmation);

/** Before the first message: what it is about, if the visitor cares to say, and the promise that will follow. */
export const Kinds = view(() => {
  const { conversation, words, kind } = useFace();
  const w = words;
  const [isOpen, setOpen] = useState(false);
  const wasOpen = useRef(false);
  wasOpen.current ||= isOpen;
  const offers = choices(conversation.offers.value);
  const chosen = offers.find((offer) => offer.kind === (kind.value ?? 'Question'));
  if (!conversation.begins.value || !chosen) return null;
  const note = condition(chosen, w);
  return (
    <div class="kinds">
      <button type="button" class="kinds-toggle" aria-expanded={isOpen} aria-controls="kinds" onClick={() => setOpen(!isOpen)}>
        <strong>{w.t(`kind.${chosen.kind}`)}</strong>
        <span class="plain">{w.t(isOpen ? 'kinds.done' : 'kinds.change')}</span>
      </button>
      <div id="kinds" hidden={!isOpen}>
        {wasOpen.current && <Choices offers={offers} chosen={chosen.kind} />}
      </div>
      <p class="kinds-promise" role="status">
        <Promised offer={chosen} />
        {note ? <small>{note}</small> : chosen.confirmation !== 'None' && <Confirmation offer={chosen} />}
      </p>
    </div>
  );
});

function Promised({ offer }: { offer: KindOffer }) {
  const { words, now } = useFace();
  return (
    <strong class="kinds-due" data-testid="offered-promise">
      <Icon name="clock" size={14} />
      <time dateTime={offer.promise.due}>{promiseWords(new Date(offer.promise.due), new Date(now()), words)}</time>
    </strong>
  );
}
