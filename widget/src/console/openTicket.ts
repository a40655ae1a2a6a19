import { signal } from '@preact/signals';
import type { AgentTicket, Message, OpenReply, TicketEventView } from '../contract/hubs';
import type { Clock } from '../core/clock';
import { Feed } from '../core/feed';
import { Timeline } from '../core/timeline';

/** One ticket on the desk: its conversation and its own events, each whole by its own sequence. */
export class OpenTicket {
  readonly ticket;
  readonly messages = signal<readonly Message[]>([]);
  readonly events = signal<readonly TicketEventView[]>([]);
  readonly isLoaded = signal(false);
  readonly #messages = new Timeline<Message>();
  readonly #events = new Timeline<TicketEventView>();
  readonly #feed: Feed<Message>;

  constructor(
    ticket: AgentTicket,
    clock: Clock,
    private readonly seen: (ticket: AgentTicket) => void,
    private readonly open: (after: number) => Promise<OpenReply>,
  ) {
    this.ticket = signal(ticket);
    this.#feed = new Feed({
      timeline: this.#messages,
      clock,
      ask: async (after) => {
        const reply = await this.open(after);
        this.#takeTicket(reply);
        return { entries: reply.messages, last: reply.lastSequence };
      },
      changed: () => this.#publish(),
    });
  }

  get known(): number {
    return this.#messages.known;
  }

  catchUp(): Promise<void> {
    return this.#feed.catchUp().then(() => {
      this.isLoaded.value = true;
    });
  }

  /** Taking a ticket answers with all of it. */
  accept(reply: OpenReply): void {
    this.#takeTicket(reply);
    this.#messages.answer(reply.messages, reply.lastSequence);
    this.isLoaded.value = true;
    this.#publish();
    if (this.#messages.known < reply.lastSequence) void this.catchUp().catch(() => {});
  }

  /** A view that was overtaken on its way is not shown. */
  see(ticket: AgentTicket): void {
    if (ticket.version >= this.ticket.value.version) this.ticket.value = ticket;
    this.seen(ticket);
  }

  receive(messages: readonly Message[]): void {
    this.#feed.receive(messages);
  }

  receiveEvents(events: readonly TicketEventView[]): void {
    this.#events.push(events);
    this.#publish();
    if (this.#events.hasGap) void this.#feed.catchUp().catch(() => {});
  }

  #takeTicket(reply: OpenReply): void {
    this.see(reply.ticket);
    // The reply carries all of the ticket's events, so whatever it does not show is not for agents' eyes.
    this.#events.answer(reply.events, 0);
  }

  #publish(): void {
    this.messages.value = this.#messages.entries;
    this.events.value = this.#events.entries;
  }
}
