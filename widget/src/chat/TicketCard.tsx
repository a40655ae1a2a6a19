import type { Criticality, PromiseView, QueuePlaceView, VisitorTicket } from '../contract/hubs';
import type { ChatWords } from '../i18n/chat';
import { dueWords, isSameMoscowDay, moscowTime, ownTime } from '../i18n/moscow';
import { Extra } from './extras';
import { useFace } from './face';
import { later } from './later';
import { Unfold } from './Unfold';

const Claims = later(() => import('./kinds/parts'), (part) => part.Claims);
const Contact = later(() => import('./contact/Contact'), (part) => part.Contact);
const Feedback = later(() => import('./feedback/Feedback'), (part) => part.Feedback);

export function TicketCard({ ticket }: { ticket: VisitorTicket }) {
  const w = useFace().words;
  const isOver = ticket.status === 'Resolved' || ticket.status === 'Closed';
  return (
    <section class={`ticket status-${ticket.status}`} aria-label={w.t('ticket.label')}>
      <p class="ticket-head">
        <strong data-testid="ticket-number">{ticket.number}</strong>
        <span class="chip">{w.or(`status.${ticket.status}`, 'ticket.label')}</span>
      </p>
      {/* In the document from the start: only then are its changes read out. */}
      <div role="status">
        {ticket.promise && <Promised promise={ticket.promise} />}
        {ticket.place && (
          <p class="place" data-testid="place">
            {placeWords(ticket.place, w)}
            <span class="reason"> · {w.t(`reason.${ticket.place.reason}`)}</span>
          </p>
        )}
        <Extra of="PlaceNews" ticket={ticket} />
        {!isOver && <Standing criticality={ticket.criticality} />}
        <Agent ticket={ticket} />
      </div>
      {ticket.promise && <Why promise={ticket.promise} />}
      {!isOver && (
        <>
          {/* That it is urgent after all is said in two steps, since staff will have to decide on it. */}
          {ticket.criticality !== 'Claimed' && ticket.criticality !== 'Confirmed' && <Unfold title={w.t('claim')} Part={Claims} />}
          {/* Whoever cannot wait for the answer may say where they are reached, and take the talk with them. */}
          <Unfold title={w.t('away')} Part={Contact} />
        </>
      )}
      {ticket.feedback && <Feedback feedback={ticket.feedback} />}
    </section>
  );
}

function Promised({ promise }: { promise: PromiseView }) {
  const { words, now } = useFace();
  const w = words;
  const due = new Date(promise.due);
  const own = ownTime(due, w.locale);
  return (
    <div class="promise">
      <p data-testid="promise">
        <time dateTime={promise.due}>{promiseWords(due, new Date(now()), w)}</time>
      </p>
      {own && <p class="fine">{w.t('promise.own', { time: own })}</p>}
      {promise.provisional && <p class="fine">{w.t('promise.provisional')}</p>}
    </div>
  );
}

/** Last in the card: opened, it is long, and hides nothing below. */
function Why({ promise }: { promise: PromiseView }) {
  const w = useFace().words;
  if (promise.explanation.length === 0) return null;
  return (
    <details class="why">
      <summary>{w.t('promise.why')}</summary>
      <ul>
        {promise.explanation.map((line, at) => (
          <li key={at}>{line}</li>
        ))}
      </ul>
    </details>
  );
}

export function promiseWords(due: Date, now: Date, w: ChatWords): string {
  if (due < now) return w.t('promise.missed', { due: dueWords(due, w.locale) });
  if (isSameMoscowDay(due, now)) return w.t('promise.today', { due: moscowTime(due, w.locale) });
  return w.t('promise.by', { due: dueWords(due, w.locale) });
}

export function placeWords(place: QueuePlaceView, w: ChatWords): string {
  if (place.more) return w.t('place.more', { count: place.ahead });
  return place.ahead === 0 ? w.t('place.next') : w.plural('place.ahead', place.ahead);
}

/** How the visitor's word that it is urgent stands; nothing, where there was none. */
function Standing({ criticality }: { criticality: Criticality }) {
  const text = useFace().words.find(`notice.Criticality${criticality}`);
  return text === null ? null : <p class="fine">{text}</p>;
}

function Agent({ ticket }: { ticket: VisitorTicket }) {
  const w = useFace().words;
  if (ticket.status !== 'InProgress' && ticket.status !== 'AwaitingCustomer') return null;
  return <p class="fine">{ticket.agentName ? w.t('agent', { name: ticket.agentName }) : w.t('agent.some')}</p>;
}
