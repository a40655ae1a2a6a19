import { computed, signal } from '@preact/signals';
import type { AgentHub, AgentTicket, Availability, Colleague, DeskHours, DeskView, HandOverRequest, Me, OpenReply, PaidGapView, QueueView, SentReply } from '../contract/hubs';
import type { Link } from '../core/connection';
import { type Countdown, countdown } from '../core/countdown';
import { type Letter, Outbox } from '../core/outbox';
import { Refused } from '../core/refused';
import { Alarms } from './alarms';
import type { Change, DeskOptions, Reply } from './deskOptions';
import { Drafts } from './drafts';
import { readFirstScreen } from './firstScreen';
import { OpenTicket } from './openTicket';
import { standing } from './standing';
import { untilTurn } from './turn';
import { TypingTold } from './typing';

const wakePatience = 5_000;
const [rows, historyPage] = [50, 100];
const alarmPace = 5_000;

/** The agent's desk as signals. */
export class Desk {
  readonly me = signal<Me | null>(null);
  readonly queue = signal<QueueView>({ items: [], total: 0, asOf: '' });
  readonly mine = signal<readonly AgentTicket[]>([]);
  readonly unread = signal<ReadonlySet<string>>(new Set());
  /** Who has the desk open. */
  readonly present = signal<readonly Colleague[]>([]);
  readonly onDuty = computed(() => this.present.value.filter(({ availability }) => availability !== 'Away'));
  readonly availability = computed(() => this.present.value.find(({ id }) => id === this.me.value?.id)?.availability ?? 'Online');
  /** Told to supervisors, until they have read it. */
  readonly paidGap = signal<PaidGapView | null>(null);
  /** What staff have worded otherwise of the desk's own words. */
  readonly worded = signal<Readonly<Record<string, string>>>({});
  readonly hours = signal<DeskHours | null>(null);
  readonly link = signal<Link>('connecting');
  readonly isLoaded = signal(false);
  readonly isBusy = signal(false);
  readonly openId = signal<string | null>(null);
  readonly letters = signal<readonly Letter<Reply>[]>([]);
  /** The code of the last refusal, until it is dismissed or something succeeds. */
  readonly refusal = signal<string | null>(null);
  readonly #tickets = signal<ReadonlyMap<string, OpenTicket>>(new Map());
  readonly drafts: Drafts;
  readonly alarms: Alarms;
  readonly #typing: TypingTold;
  readonly open = computed(() => this.#tickets.value.get(this.openId.value ?? '') ?? null);
  readonly #outbox: Outbox<Reply, SentReply>;
  readonly #seen = new WeakMap<AgentTicket, number>();
  #cancelHours = () => {};
  #cancelAlarms = () => {};

  constructor(private readonly options: DeskOptions) {
    const { connection, clock, random, newId, store } = options;
    this.drafts = new Drafts(options.drafts);
    this.alarms = new Alarms(options, (action) => this.#act(action));
    this.#typing = new TypingTold(clock, (ticket, active) => void connection.invoke('Typing', [{ ticket, active }]).catch(() => {}));
    this.#outbox = new Outbox<Reply, SentReply>({
      deliver: (id, { files, replyTo = null, ...reply }) => connection.invoke('Send', [{ id, ...reply, replyTo, attachments: files?.map((file) => file.id) ?? null }]),
      acknowledged: (letter, ack) => this.#acknowledged(letter, ack),
      changed: () => (this.letters.value = this.#outbox.letters),
      newId,
      clock,
      random,
      store,
    });
    this.letters.value = this.#outbox.letters;
    connection.on('Queue', (queue) => this.#seeQueue(queue));
    connection.on('Ticket', (ticket) => {
      const before = this.mine.value.length;
      this.#seeTicket(ticket);
      // Handed to us by a colleague: we did not ask for it.
      if (this.mine.value.length > before && !this.isBusy.value && ticket.id !== this.openId.value) this.#mark(ticket.id, true);
    });
    connection.on('Presence', (present) => (this.present.value = present));
    connection.on('PaidGaps', ([gap]) => (this.paidGap.value = gap ?? null));
    connection.on('Messages', (id, messages) => {
      if (id !== this.openId.value && messages.some((message) => message.author === 'Visitor')) this.#mark(id, true);
      this.#tickets.value.get(id)?.receive(messages);
    });
    connection.on('Read', (id, marker) => this.#tickets.value.get(id)?.seeRead(marker));
    connection.on('Typing', (id, who, active) => this.#tickets.value.get(id)?.typing.see(who === '' && active));
    connection.on('TicketEvents', (id, events) => this.#tickets.value.get(id)?.receiveEvents(events));
    connection.links.subscribe((link) => {
      if (link !== 'open') this.#outbox.connected(false);
      this.link.value = link;
      if (link === 'open') void this.#resume();
    });
    connection.woken.subscribe(() => void this.#refresh(wakePatience).catch(() => connection.restart()));
  }

  /** When this view of a ticket arrived: its countdown runs from there. */
  seenAt(ticket: AgentTicket): number {
    const at = this.#seen.get(ticket) ?? this.options.time.now();
    this.#seen.set(ticket, at);
    return at;
  }

  /** Whether there was one; a refusal is shown. */
  takeNext(): Promise<boolean> {
    return this.#act(async () => this.#taken(await this.options.connection.invoke('TakeNext', [])));
  }

  take(ticket: string): Promise<boolean> {
    return this.#act(async () => this.#taken(await this.options.connection.invoke('Take', [{ ticket }])));
  }

  /** Whether it was done; a refusal is shown. */
  change<K extends Change>(call: K, request: Parameters<AgentHub[K]>[0]): Promise<boolean> {
    return this.#act(async () => this.#seeTicket(await (this.options.connection.invoke(call, [request] as unknown as Parameters<AgentHub[K]>) as Promise<AgentTicket>)));
  }

  setAvailability(availability: Availability): Promise<boolean> {
    return this.#act(async () => void (this.present.value = await this.options.connection.invoke('SetAvailability', [{ availability }])));
  }

  handOver(request: HandOverRequest): Promise<boolean> {
    return this.#act(async () => void (this.mine.value = await this.options.connection.invoke('HandOver', [request])));
  }

  async look(ticket: AgentTicket): Promise<void> {
    this.openId.value = ticket.id;
    this.refusal.value = null;
    this.#mark(ticket.id, false);
    await this.#hold(ticket).catchUp().catch((error: unknown) => this.#refused(error));
  }

  openLinked(ticket: string): Promise<boolean> {
    return this.#act(async () => this.#taken(await this.options.connection.invoke('Open', [{ ticket, after: 0 }])));
  }

  async older(): Promise<void> {
    await this.open.value?.older().catch((error: unknown) => this.#refused(error));
  }

  /** The agent has the newest of this conversation before their eyes. */
  markRead(held: OpenTicket): void {
    const sequence = held.unmarked;
    if (sequence === null || this.link.peek() !== 'open') return;
    held.seeRead({ side: 'Agent', sequence });
    void this.options.connection.invoke('Read', [{ ticket: held.ticket.peek().id, sequence }]).catch(() => {});
  }

  /** Text of a reply changes; notes are nobody's business. */
  types(ticket: string, text: string): void {
    if (text.trim() === '') this.#typing.stops();
    else this.#typing.writes(ticket);
  }

  /** Counted time left of a ticket's promise; null where nobody waits. */
  left(ticket: AgentTicket, now: number): Countdown | null {
    if (!ticket.promise) return null;
    // Paid promises run round the clock; the others stand as soon as the desk closes.
    const closesAt = ticket.level === 'Paid' ? null : this.hours.value?.closesAt;
    return countdown(ticket.promise, this.seenAt(ticket), now, closesAt ? Date.parse(closesAt) : null);
  }

  send(reply: Reply): void {
    if (!reply.note) this.#typing.stops();
    this.#outbox.put(reply);
  }

  retry(id: string): void {
    this.#outbox.retry(id);
  }

  discard(id: string): void {
    this.#outbox.forget(id);
  }

  /** The hub speaks the language that it was dialled in. */
  redial(): void {
    this.options.connection.restart();
  }

  /** `forgets` what was begun and not sent. */
  end(forgets: boolean): void {
    this.options.connection.stop();
    this.#cancelHours();
    this.#cancelAlarms();
    if (!forgets) return;
    this.#outbox.clear();
    this.drafts.clear();
  }

  async #resume(): Promise<void> {
    try {
      await this.#refresh();
      this.#outbox.connected(true);
    } catch {
      this.options.clock.after(2_000, () => {
        if (this.options.connection.link === 'open') void this.#resume();
      });
    }
  }

  /** The whole first screen again, and what the open ticket missed. */
  async #refresh(patience?: number): Promise<void> {
    await readFirstScreen(this.options.connection, (view) => this.#seeDesk(view), patience);
    if (this.refusal.value === 'lost') this.refusal.value = null;
    await this.open.value?.catchUp().catch((error: unknown) => {
      if (!(error instanceof Refused)) throw error;
    });
  }

  async #act(action: () => Promise<void>): Promise<boolean> {
    if (this.isBusy.value) return false;
    this.isBusy.value = true;
    this.refusal.value = null;
    const done = await action().then(
      () => true,
      (error: unknown) => this.#refused(error),
    );
    this.isBusy.value = false;
    return done;
  }

  #refused(error: unknown): false {
    this.refusal.value = error instanceof Refused ? error.code : 'lost';
    return false;
  }

  #taken(reply: OpenReply): void {
    this.#hold(reply.ticket).accept(reply);
    this.#seeTicket(reply.ticket);
    this.#mark(reply.ticket.id, false);
    this.openId.value = reply.ticket.id;
  }

  #hold(ticket: AgentTicket): OpenTicket {
    const held = this.#tickets.value.get(ticket.id);
    if (held) return held;
    const { clock, connection } = this.options;
    const made = new OpenTicket(ticket, clock, (seen) => this.seenAt(seen), {
      open: (after) => connection.invoke('Open', [{ ticket: ticket.id, after }]),
      history: (before) => connection.invoke('History', [{ ticket: ticket.id, before, limit: historyPage }]),
    });
    this.#tickets.value = new Map(this.#tickets.value).set(ticket.id, made);
    return made;
  }

  #seeDesk(view: DeskView): void {
    this.options.time.heard(Date.parse(view.hours.now));
    this.me.value = view.me;
    if (!this.drafts.claim(view.me.id)) this.#outbox.clear();
    this.#seeQueue(view.queue);
    for (const ticket of view.mine) this.seenAt(ticket);
    this.mine.value = view.mine;
    this.present.value = view.present;
    this.hours.value = view.hours;
    this.paidGap.value = view.paidGap;
    this.alarms.calls.see(view.alarms);
    this.alarms.seePhone(view.calls, view.callbacks);
    this.worded.value = Object.fromEntries(view.words.map(({ key, text }) => [key, text]));
    this.isLoaded.value = true;
    this.#watchHours(view.hours);
    this.#watchDeadlines();
  }

  #seeQueue(queue: QueueView): void {
    this.queue.value = { ...queue, items: queue.items.slice(0, rows) };
    for (const { ticket } of queue.items) this.seenAt(ticket);
  }

  #seeTicket(ticket: AgentTicket): void {
    this.seenAt(ticket);
    this.#tickets.value.get(ticket.id)?.see(ticket);
    const [others, at] = [this.mine.value.filter(({ id }) => id !== ticket.id), this.mine.value.findIndex(({ id }) => id === ticket.id)];
    if ((this.mine.value[at]?.version ?? 0) > ticket.version) return;
    if (standing(ticket, this.me.value?.id).isHeld) others.splice(at < 0 ? others.length : at, 0, ticket);
    this.mine.value = others;
  }

  /** Opening and closing change what counts, and nobody announces them to the desk: ask at that minute. */
  #watchHours(hours: DeskHours): void {
    this.#cancelHours();
    const wait = untilTurn(hours, this.options.time.now());
    if (wait !== null) this.#cancelHours = this.options.clock.after(wait, () => void this.#refresh().catch(() => {}));
  }

  /** By the browser's own timer, since the second hand rests while nobody looks. */
  #watchDeadlines(): void {
    this.#cancelAlarms();
    const now = this.options.time.now();
    this.alarms.look([...this.mine.peek(), ...this.queue.peek().items.map(({ ticket }) => ticket)], (ticket) => this.left(ticket, now));
    this.#cancelAlarms = this.options.clock.after(alarmPace, () => this.#watchDeadlines());
  }

  #acknowledged(letter: Letter<Reply>, ack: SentReply): void {
    const [{ ticket, text, note, replyTo = null, files: attachments = null }, { id, sequence, sentAt }] = [letter.body, ack];
    const [held, name] = [this.#tickets.value.get(ticket), this.me.value?.name ?? null];
    if (note) held?.receiveEvents([{ sequence, at: sentAt, type: 'NoteWritten', byKind: 'Agent', by: name, about: null, detail: null, text, due: null, missed: false, messages: null, attachments, seconds: null }]);
    else held?.receive([{ id, sequence, sentAt, author: 'Agent', authorName: name, text, replyTo, notice: null, ticketNumber: null, mail: null, said: null, attachments, callback: null, remote: null }]);
    this.#outbox.forget(letter.id);
  }

  #mark(ticket: string, isUnread: boolean): void {
    const others = [...this.unread.value].filter((id) => id !== ticket);
    this.unread.value = new Set(isUnread ? [...others, ticket] : others);
  }
}
