import type { AgentTicket } from '../contract/hubs';
import { clockFace, countdown } from '../core/countdown';
import { Icon } from '../ui/icons';
import { useFace } from './face';

const hurry = 30 * 60;

/** What is left of the promise: running, standing at night, or gone. */
export function Left({ ticket }: { ticket: AgentTicket }) {
  const { desk, words, now } = useFace();
  const w = words.value;
  if (!ticket.promise) return null;
  // Paid promises run round the clock; the others stand as soon as the desk closes.
  const closesAt = ticket.level === 'Paid' ? null : desk.hours.value?.closesAt;
  const { seconds, runs } = countdown(ticket.promise, desk.seenAt(ticket), now.value, closesAt ? Date.parse(closesAt) : null);
  const time = clockFace(seconds);
  if (seconds === 0) return <Badge kind="missed" text={w.t('left.missed')} />;
  if (!runs) return <Badge kind="stands" text={w.t('left.stands', { time })} />;
  return <Badge kind={seconds < hurry ? 'hurry' : 'runs'} text={w.t('left', { time })} />;
}

function Badge({ kind, text }: { kind: string; text: string }) {
  return (
    <span class={`left ${kind}`} role="timer" aria-live="off">
      <Icon name={kind === 'missed' ? 'alert' : 'clock'} size={14} />
      {text}
    </span>
  );
}
