import type { ComponentChildren } from 'preact';
import type { AgentTicket } from '../contract/hubs';
import { look, useFace } from './face';
import { Left } from './Left';

interface RowProps {
  ticket: AgentTicket;
  className?: string;
  isGone?: boolean;
  isUnread?: boolean;
  children?: ComponentChildren;
}

/** A ticket in a list: who, what, how urgent. Pressing it opens it for reading. */
export function TicketRow({ ticket, className = '', isGone = false, isUnread = false, children }: RowProps) {
  const face = useFace();
  const { desk, words } = face;
  const w = words.value;
  const isOpen = desk.openId.value === ticket.id;
  return (
    <button
      type="button"
      class={`row ${className} level-${ticket.level} ${isGone ? 'gone' : ''}`}
      aria-current={isOpen ? 'true' : undefined}
      disabled={isGone}
      onClick={() => look(face, ticket)}
    >
      <span class="row-head">
        <span class="number">{ticket.number}</span>
        {isUnread && <span class="chip new">{w.t('unread')}</span>}
        {ticket.callback && <span class="chip new">{w.t('callback')}</span>}
        {desk.drafts.has(ticket.id) && <span class="chip draft">{w.t('draft')}</span>}
        {ticket.level !== 'Standard' && <span class={`chip level ${ticket.level}`}>{w.t(`level.${ticket.level}`)}</span>}
      </span>
      <span class="preview">{ticket.preview}</span>
      <span class="row-foot">
        <span class="clinic">{ticket.clinic?.name ?? ticket.visitorName ?? w.t('visitor.unnamed')}</span>
        {isGone ? <span class="left stands">{w.t('queue.gone')}</span> : <Left ticket={ticket} />}
      </span>
      {children}
    </button>
  );
}
