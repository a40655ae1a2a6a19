import type { AgentTicket } from '../contract/hubs';

/** How an agent stands to a ticket, and so what they can do with it. */
export interface Standing {
  isMine: boolean;
  isOver: boolean;
  /** Mine, and alive: it can be answered. */
  isHeld: boolean;
  isFree: boolean;
  isWaitedFor: boolean;
}

export function standing(ticket: AgentTicket, me: string | undefined): Standing {
  const isMine = ticket.assignedTo !== null && ticket.assignedTo.id === me;
  const isOver = ticket.status === 'Resolved' || ticket.status === 'Closed';
  return { isMine, isOver, isHeld: isMine && !isOver, isFree: !isOver && ticket.assignedTo === null, isWaitedFor: ticket.promise !== null };
}
