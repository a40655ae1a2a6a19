import { computed, signal } from '../core/signals';
import type { AcceptRemoteRequest, Ack, AttachmentView, ClaimRequest, DeskHours, GiveRemoteRequest, HelpedRequest, KindOffer, Message, RateRequest, RequestKind, SeenArticle, VisitorClient, VisitorHub, VisitorTicket } from '../contract/hubs';
import type { Clock } from '../core/clock';
import type { Connection, Link } from '../core/connection';
import { Feed } from '../core/feed';
import { type Letter, Outbox, type OutboxStore } from '../core/outbox';
import type { ServerTime } from '../core/serverTime';
import { Timeline } from '../core/timeline';
import { Attention } from './attention';

/** What is sent; the kind counts where the message opens a ticket, and null is a question. */
export interface Written {
  text: string;
  kind: RequestKind | null;
  /** The message that it quotes. */
  replyTo?: string;
  /** To what the site tells about personal data. */
  consent?: boolean;
  /** What the manual had shown. */
  articles?: SeenArticle[];
  /** Uploaded already. */
  files?: AttachmentView[];
}

/** What is said of the current ticket. */
interface Said {
  Claim: ClaimRequest;
  Helped: HelpedRequest;
  Rate: RateRequest;
  AcceptRemoteSession: AcceptRemoteRequest;
  GiveRemoteAccess: GiveRemoteRequest;
}

export interface ConversationOptions {
  connection: Connection<VisitorHub, VisitorClient>;
  clock: Clock;
  time: ServerTime;
  random(): number;
  newId(): string;
  store: OutboxStore<Written>;
}

const page = 50;
/** After waking up the link may be dead without knowing it: do not wait long for the answer. */
const wakePatience = 5_000;

/** The visitor's conversation as signals; the socket only rings, the sequence says what is true. */
export class Conversation {
  readonly messages = signal<readonly Message[]>([]);
  readonly letters = signal<readonly Letter<Written>[]>([]);
  readonly ticket = signal<VisitorTicket | null>(null);
  readonly desk = signal<DeskHours | null>(null);
  /** The code with which the server turned this tab away, as long as it does. */
  readonly turnedAway = signal<string | null>(null);
  readonly #link = signal<Link>('connecting');
  /** A link that opens only to be closed with a reason was never open. */
  readonly link = computed(() => (this.#link.value === 'open' && this.turnedAway.value !== null ? 'lost' : this.#link.value));
  readonly isLoaded = signal(false);
  readonly isLoadingOlder = signal(false);
  readonly hasOlder = signal(false);
  readonly id = signal<string | null>(null);
  /** Whether what waits outlives this tab; null before that is known. */
  readonly isKept = signal<boolean | null>(null);
  readonly #timeline = new Timeline<Message>();
  readonly #feed: Feed<Message>;
  /** The last one that was pushed since the thread was asked for. */
  #pushed: VisitorTicket | null = null;
  readonly outbox: Outbox<Written, Ack>;
  readonly attention: Attention;
  /** What a new request may be about and what would be promised, as of the last time that the server was asked. */
  readonly offers = signal<readonly KindOffer[]>([]);
  /** The articles that were shown while the message was written, which goes out with them. */
  shown: SeenArticle[] = [];
  /** What the next message quotes. */
  readonly quoted = signal<Message | null>(null);
  /** The next message opens a ticket, so its kind may be said. */
  readonly begins = computed(() => this.isLoaded.value && this.letters.value.length === 0 && (this.ticket.value === null || this.ticket.value.status === 'Closed'));
  /** The next message is the first of all. */
  readonly isFirst = computed(() => this.begins.value && this.id.value === null);

  constructor(private readonly options: ConversationOptions) {
    const { connection, clock, random, newId, store } = options;
    this.#feed = new Feed({ timeline: this.#timeline, clock, ask: (after) => this.#join(after), changed: () => this.#publish() });
    this.attention = new Attention(connection, clock);
    this.outbox = new Outbox<Written, Ack>({
      deliver: (id, { text, kind, replyTo = null, articles = null, consent = false, files }) => connection.invoke('Send', [{ id, text, kind, replyTo, articles, consent, attachments: files?.map((file) => file.id) ?? null }]),
      acknowledged: (letter, ack) => this.#acknowledged(letter, ack),
      changed: () => this.#publish(),
      newId,
      clock,
      random,
      store,
    });
    this.letters.value = this.outbox.letters;
    connection.on('Messages', (messages) => {
      if (messages.some(({ author }) => author === 'Agent')) this.attention.answered();
      this.#feed.receive(messages);
    });
    connection.on('Ticket', (ticket) => {
      this.#pushed = ticket;
      this.#hear(ticket);
    });
    connection.on('Desk', (desk) => this.#hearDesk(desk));
    connection.refusals.subscribe((why) => (this.turnedAway.value = why?.code ?? null));
    connection.links.subscribe((link) => this.#linked(link));
    connection.woken.subscribe(() => void this.#feed.catchUp().catch(() => connection.restart()));
  }

  send(text: string, kind: RequestKind | null = null, consent: boolean | null = null, files?: AttachmentView[]): string {
    this.attention.typed(false);
    const articles = this.shown;
    const replyTo = this.quoted.value?.id;
    this.shown = [];
    this.quoted.value = null;
    return this.outbox.put({ text, kind, ...(replyTo && { replyTo }), ...(articles.length > 0 && { articles }), ...(consent && { consent }), ...(files && { files }) });
  }

  /** Asks what each kind would be promised if it were sent now; what was heard before stays until the answer. */
  async askKinds(): Promise<void> {
    try {
      this.offers.value = await this.options.connection.invoke('Kinds', []);
    } catch {
      // Nothing is shown that the server has not said; writing goes on without.
    }
  }

  /** Something of the current ticket: what comes back is how it stands then. */
  async say<K extends keyof Said>(what: K, request: Said[K]): Promise<void> {
    this.#hear(await this.options.connection.invoke(what as 'Rate', [request as RateRequest]));
  }

  retry(id: string): void {
    this.outbox.retry(id);
  }

  discard(id: string): void {
    this.outbox.forget(id);
  }

  /** The visitor leaves: nothing of what was written or read here may stay. */
  wipe(): void {
    this.options.connection.stop();
    this.#timeline.clear();
    this.outbox.clear();
    this.ticket.value = null;
  }

  async loadOlder(): Promise<void> {
    if (this.isLoadingOlder.value) return;
    this.isLoadingOlder.value = true;
    try {
      const older = await this.history(this.#timeline.first, page);
      this.#timeline.older(older);
      this.#publish();
      // The last page may be a whole one: nothing that is asked for in vain, and no button that goes without a page coming.
      this.hasOlder.value = older.length >= page && (older[0]?.sequence ?? 1) > 1;
    } catch {
      // The button stays and can be pressed again.
    } finally {
      this.isLoadingOlder.value = false;
    }
  }

  /** The page before a sequence, oldest first. */
  history(before: number, limit: number): Promise<Message[]> {
    return this.options.connection.invoke('History', [{ before, limit }]);
  }

  async #join(after: number) {
    const patience = this.isLoaded.value ? wakePatience : undefined;
    this.#pushed = null;
    const reply = await this.options.connection.invoke('Join', [{ after }], patience);
    this.#hearDesk(reply.desk);
    this.#see(reply.ticket);
    // It came while this answer was under way, and may be newer.
    if (this.#pushed) this.#hear(this.#pushed);
    this.attention.hear(reply.reads);
    this.id.value = reply.conversationId;
    // A whole first page: there may be more before it. (Sequence 1 need not be a message, so it tells nothing.)
    if (after === 0) this.hasOlder.value = reply.messages.length >= page && (reply.messages[0]?.sequence ?? 1) > 1;
    return { entries: reply.messages, last: reply.lastSequence };
  }

  #linked(link: Link): void {
    if (link !== 'open') this.outbox.connected(false);
    this.#link.value = link;
    if (link === 'open') void this.#resume();
  }

  /** First what was missed, then what is waiting: a letter must not look like the answer to one unseen. */
  async #resume(): Promise<void> {
    try {
      await this.#feed.catchUp();
      this.isLoaded.value = true;
      this.outbox.connected(true);
    } catch {
      this.options.clock.after(2_000, () => {
        if (this.options.connection.link === 'open') void this.#resume();
      });
    }
  }

  #acknowledged(letter: Letter<Written>, ack: Ack): void {
    const { connection } = this.options;
    if (ack.ticket) this.#hear(ack.ticket);
    // The first message made the conversation; only Join tells its id.
    if (this.id.value === null) void this.#feed.catchUp().catch(() => {});
    const { id, sequence, sentAt } = ack;
    const { text, replyTo = null, files = null } = letter.body;
    // The push may come later or never; the ack tells all that is needed to show the message in its place.
    const message: Message = { id, sequence, sentAt, author: 'Visitor', authorName: null, text, replyTo, notice: null, ticketNumber: null, mail: null, said: null, attachments: files, callback: null, remote: null };
    if (sequence > this.#timeline.known) this.#feed.receive([message]);
    else this.#publish();
    connection.pushes.emit(['Messages', [[message]]]);
  }

  #hearDesk(desk: DeskHours): void {
    this.options.time.heard(Date.parse(desk.now));
    this.desk.value = desk;
  }

  /** Pushes and acks may overtake one another; and an older ticket of the same conversation is not the current one. */
  #hear(ticket: VisitorTicket): void {
    const shown = this.ticket.value;
    const isOlder = shown !== null && (ticket.number === shown.number ? ticket.version < shown.version : ticket.number < shown.number);
    if (!isOlder) this.#see(ticket);
  }

  #see(ticket: VisitorTicket | null): void {
    this.ticket.value = ticket;
  }

  #publish(): void {
    const messages = this.#timeline.entries;
    const ids = new Set(messages.map((message) => message.id));
    // The start of the thread is an entry of the stream, but nothing to be read.
    this.messages.value = messages.filter(({ text, notice }) => text !== null || notice !== null);
    const arrived = (letter: Letter<Written>) => ids.has(letter.id) || (letter.sequence !== null && letter.sequence <= this.#timeline.known);
    this.letters.value = this.outbox.letters.filter((letter) => !arrived(letter));
    for (const letter of this.outbox.letters) if (letter.state === 'saved' && arrived(letter)) return this.outbox.forget(letter.id);
  }
}
