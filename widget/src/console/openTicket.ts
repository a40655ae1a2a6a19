import { computed, signal } from '@preact/signals';
import type { AgentTicket, Message, OpenReply, ReadMarker, TicketEventView } from '../contract/hubs';
import type { Clock } from '../core/clock';
import { Feed } from '../core/feed';
import { Timeline } from '../core/timeline';
import { TypingSeen } from './typing';

export interface TicketSource {
  open(after: number): Promise<OpenReply>;
  history(before: number): Promise<Message[]>;
}

/** One ticket on the desk: its conversation and its own events, each whole by its own sequence. */
export class OpenTicket {
  readonly ticket;
  readonly messages = signal<readonly Message[]>([]);
  readonly events = signal<readonly TicketEventView[]>([]);
  /** What it was split off from or continues, and what was split off. */
  readonly related = signal<readonly AgentTicket[]>([]);
  /** What the visitor wrote before a site said who they are. */
  readonly earlier = signal<readonly Message[]>([]);
  readonly isLoaded = signal(false);
  readonly hasOlder = computed(() => (this.messages.value[0]?.sequence ?? 1) > 1);
  /** How far the visitor has read. */
  readonly visitorRead = signal(0);
  readonly typing;
  #staffRead = 0;
  #messages!: Timeline<Message>;
  readonly #events = new Timeline<TicketEventView>();
  #feed!: Feed<Message>;

  constructor(
    ticket: AgentTicket,
    private readonly clock: Clock,
    private readonly seen: (ticket: AgentTicket) => void,
    private readonly source: TicketSource,
  ) {
    this.ticket = signal(ticket);
    this.typing = new TypingSeen(clock);
    this.#begin();
  }

  get known(): number {
    return this.#messages.known;
  }

  /** The newest sequence of the conversation that nobody of the staff has marked as read; null when there is none. */
  get unmarked(): number | null {
    return this.known > this.#staffRead ? this.known : null;
  }

  catchUp(): Promise<void> {
    return this.#feed.catchUp().then(() => {
      this.isLoaded.value = true;
    });
  }

  async older(): Promise<void> {
    const page = await this.source.history(this.#messages.first);
    this.#messages.older(page);
    this.#publish();
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
    if (ticket.version >= this.ticket.value.version) {
      const isMoved = ticket.conversationId !== this.ticket.value.conversationId;
      this.ticket.value = ticket;
      if (isMoved) this.#begin();
    }
    this.seen(ticket);
  }

  /** The conversation from its newest entries on: also when the ticket goes on in another thread, whose sequences are others. */
  #begin(): void {
    this.#messages = new Timeline();
    this.visitorRead.value = this.#staffRead = 0;
    this.#feed = new Feed({
      timeline: this.#messages,
      clock: this.clock,
      ask: async (after) => {
        const reply = await this.source.open(after);
        this.#takeTicket(reply);
        return { entries: reply.messages, last: reply.lastSequence };
      },
      changed: () => this.#publish(),
    });
    if (this.isLoaded.value) void this.catchUp().catch(() => {});
  }

  seeRead({ side, sequence }: ReadMarker): void {
    if (side === 'Visitor') this.visitorRead.value = Math.max(this.visitorRead.value, sequence);
    else this.#staffRead = Math.max(this.#staffRead, sequence);
  }

  receive(messages: readonly Message[]): void {
    if (messages.some(({ author }) => author === 'Visitor')) this.typing.see(false);
    this.#feed.receive(messages);
  }

  receiveEvents(events: readonly TicketEventView[]): void {
    this.#events.push(events);
    this.#publish();
    if (this.#events.hasGap) void this.#feed.catchUp().catch(() => {});
  }

  #takeTicket(reply: OpenReply): void {
    this.see(reply.ticket);
    this.related.value = reply.related;
    this.earlier.value = reply.earlier;
    for (const marker of reply.reads) this.seeRead(marker);
    // The reply carries the ticket's events, so whatever it does not show is not for agents' eyes.
    this.#events.answer(reply.events, 0);
  }

  #publish(): void {
    this.messages.value = this.#messages.entries;
    this.events.value = this.#events.entries;
  }
}
