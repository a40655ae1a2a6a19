import type { AgentTicket } from '../contract/hubs';
import { clockFace } from '../core/countdown';
import { Icon } from '../ui/icons';
import { near } from './alarms';
import { useFace } from './face';

/** What is left of the promise: running, standing at night, or gone. */
export function Left({ ticket }: { ticket: AgentTicket }) {
  const { desk, words, now } = useFace();
  const w = words.value;
  const left = desk.left(ticket, now.value);
  if (!left) return null;
  const time = clockFace(left.seconds);
  if (left.seconds === 0) return <Badge kind="missed" text={w.t('left.missed')} />;
  if (!left.runs) return <Badge kind="stands" text={w.t('left.stands', { time })} />;
  return <Badge kind={left.seconds <= near[ticket.level] ? 'hurry' : 'runs'} text={w.t('left', { time })} />;
}

function Badge({ kind, text }: { kind: string; text: string }) {
  return (
    <span class={`left ${kind}`} role="timer" aria-live="off">
      <Icon name={kind === 'missed' ? 'alert' : 'clock'} size={14} />
      {text}
    </span>
  );
}
