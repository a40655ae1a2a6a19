import type { Message, TicketEventView } from '../contract/hubs';

export type Entry = { kind: 'message'; at: string; message: Message } | { kind: 'event'; at: string; event: TicketEventView };

/** What turned the conversation; everything else of the ticket stands in its history alone. */
const turns = new Set([
  'NoteWritten', 'CallLogged', 'TicketTaken', 'TicketReleased', 'TicketTransferred', 'CriticalityClaimed', 'CriticalityConfirmed',
  'CriticalityRejected', 'HandedToDevelopment', 'TicketResolved', 'TicketReopened', 'TicketClosed', 'TicketSplit', 'TicketMerged', 'TicketLinked', 'TicketErased', 'MailUndelivered', 'MailHeldBack', 'HeldMailOpened',
  'RemoteSupportInvited', 'RemoteSupportConsented', 'RemoteSupportDeclined', 'RemoteSupportStarted', 'RemoteSupportEnded',
]);

/**
 * The two streams of a ticket as one list. Time only decides between the streams: within each the sequence
 * does, even where two nodes' clocks disagree.
 * @param hasOlder the messages begin later than the conversation: what happened before them waits for the older page.
 */
export function merged(messages: readonly Message[], all: readonly TicketEventView[], hasOlder = false): Entry[] {
  const begin = hasOlder ? Date.parse(messages[0]?.sentAt ?? '') : -Infinity;
  // What became of an answer by mail stands below that answer.
  const events = all.filter(({ type, at, messages: of }) => turns.has(type) && !(type === 'MailUndelivered' && of) && Date.parse(at) >= begin);
  const entries: Entry[] = [];
  let next = 0;
  for (const message of messages) {
    if ((message.text === null && message.notice === null) || isToldByAnEvent(message, events)) continue;
    for (let event = events[next]; event && Date.parse(event.at) < Date.parse(message.sentAt); event = events[++next])
      entries.push({ kind: 'event', at: event.at, event });
    entries.push({ kind: 'message', at: message.sentAt, message });
  }
  for (const event of events.slice(next)) entries.push({ kind: 'event', at: event.at, event });
  return entries;
}

const sameInstant = 5_000;

/** The customer's notice and the ticket's own event are of one deed; the event also says who. */
function isToldByAnEvent({ notice, sentAt }: Message, events: readonly TicketEventView[]): boolean {
  if (notice === null) return false;
  return events.some((event) => event.type.endsWith(notice) && Math.abs(Date.parse(event.at) - Date.parse(sentAt)) < sameInstant);
}
