import type { Message, TicketEventView } from '../contract/hubs';

export type Entry = { kind: 'message'; at: string; message: Message } | { kind: 'event'; at: string; event: TicketEventView };

/**
 * The two streams of a ticket as one list. Time only decides between the streams: within each the sequence
 * does, even where two nodes' clocks disagree.
 */
export function merged(messages: readonly Message[], events: readonly TicketEventView[]): Entry[] {
  const entries: Entry[] = [];
  let next = 0;
  for (const message of messages) {
    for (let event = events[next]; event && Date.parse(event.at) < Date.parse(message.sentAt); event = events[++next])
      entries.push({ kind: 'event', at: event.at, event });
    entries.push({ kind: 'message', at: message.sentAt, message });
  }
  for (const event of events.slice(next)) entries.push({ kind: 'event', at: event.at, event });
  return entries;
}

const kinds: [RegExp, string][] = [
  [/note/, 'note'],
  [/reopen/, 'reopened'],
  [/opened|started/, 'opened'],
  [/returned/, 'returned'],
  [/release/, 'released'],
  [/taken|assigned/, 'taken'],
  [/reaction|reacted|answered/, 'reaction'],
  [/resolved/, 'resolved'],
  [/closed/, 'closed'],
  [/missed/, 'missed'],
  [/promise|recomputed/, 'promise'],
  [/wait/, 'wait'],
  [/kind/, 'kind'],
];

/** The events of a ticket by the words that there are for them; a server may send others, shown by their own name. */
export function eventKind(type: string): string {
  return kinds.find(([pattern]) => pattern.test(type.toLowerCase()))?.[1] ?? 'other';
}
