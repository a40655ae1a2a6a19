import { effect } from '../core/signals';
import type { PanelEvents } from '../contract/frame';
import type { VisitorTicket } from '../contract/hubs';
import type { Conversation } from './conversation';

export type Tell = <K extends keyof PanelEvents>(name: K, data: PanelEvents[K]) => void;

/** Tells the host page what changed: figures and states, never the words of a message. */
export function report(conversation: Conversation, tell: Tell): void {
  reportMessages(conversation, tell);
  reportTicket(conversation, tell);
  let connected: boolean | null = null;
  effect(() => {
    const now = conversation.link.value === 'open';
    if (connected !== null || now) if (connected !== now) tell('connectionChanged', { connected: now });
    connected = now;
  });
}

function reportMessages(conversation: Conversation, tell: Tell): void {
  let told: number | null = null;
  effect(() => {
    const messages = conversation.messages.value;
    if (!conversation.isLoaded.value) return;
    const last = messages.at(-1)?.sequence ?? 0;
    if (told !== null)
      for (const { id, sequence, author } of messages) {
        if (sequence <= told) continue;
        if (author === 'Agent') tell('messageReceived', { id, sequence });
        if (author === 'Visitor') tell('messageSent', { id });
      }
    told = Math.max(told ?? 0, last);
  });
}

function reportTicket(conversation: Conversation, tell: Tell): void {
  let before: VisitorTicket | null = null;
  let isFirst = true;
  effect(() => {
    const now = conversation.ticket.value;
    if (!conversation.isLoaded.value) return;
    if (now && !isFirst && now.number !== before?.number) tell('ticketCreated', { number: now.number });
    if (now && (now.number !== before?.number || now.status !== before.status)) tell('statusChanged', { number: now.number, status: now.status });
    if (now?.promise?.due !== before?.promise?.due) tell('promiseChanged', now?.promise ?? null);
    const place = now?.place ?? null;
    if (place?.ahead !== before?.place?.ahead || place?.more !== before?.place?.more) tell('queueChanged', place && { ahead: place.ahead, more: place.more });
    before = now;
    isFirst = false;
  });
}
