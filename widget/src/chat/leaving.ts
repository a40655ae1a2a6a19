import { type ReadonlySignal, signal } from '../core/signals';
import { keep } from '../ui/keep';
import { request } from '../ui/http';
import type { Conversation } from './conversation';
import type { Host } from './host';

export interface Given {
  email: string | null;
  phone: string | null;
}

export const contactPath = '/api/visitor/contact';

/** Whoever closes the panel does not wait longer than this for what was given. */
const patience = 1_000;
const kept = keep(() => localStorage, 'istom-asked');

/** The ticket about which the visitor is asked where the answer reaches them; `close` goes on where that held it up. */
export const asked = signal<{ number: string; close: (() => void) | null } | null>(null);

/**
 * Who leaves before the answer and has given no contact is asked for one: once for a ticket, in the panel, and they may go on
 * leaving. Closed from outside, or left with the page, it is asked when they come back.
 */
export function askOnLeaving(host: Host, conversation: Conversation, isSeen: ReadonlySignal<boolean>): void {
  const say = host.say;
  const open = () => {
    const ticket = conversation.ticket.value;
    return ticket?.promise && ticket.number !== kept.get() ? ticket.number : null;
  };
  const ask = async (close: (() => void) | null) => {
    const number = open();
    const isWanted = number !== null && (await hasNone());
    if (!isWanted || open() !== number) return close?.();
    kept.set(number);
    asked.value = { number, close };
  };
  host.say = (message) => (message.type === 'close' ? void ask(() => say(message)) : say(message));
  let wasSeen = false;
  isSeen.subscribe((now) => {
    if (wasSeen && !now) void ask(null);
    wasSeen = now;
  });
}

/** Nobody is asked who has said it, nor where that cannot be known now. */
async function hasNone(): Promise<boolean> {
  const known = request<Given>('GET', contactPath).then(({ email, phone }) => !email && !phone, () => false);
  return Promise.race([known, new Promise<false>((late) => setTimeout(late, patience, false))]);
}
