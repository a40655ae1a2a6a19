import { backoff } from './backoff';
import type { Clock } from './clock';
import { isPassing, Refused, Unanswered } from './refused';

export type LetterState = 'waiting' | 'saved' | 'failed';

export interface Letter<B> {
  /** Made once: every repetition carries it, so the server stores the letter once. */
  readonly id: string;
  readonly body: B;
  readonly writtenAt: number;
  readonly state: LetterState;
  /** Why it failed. */
  readonly code: string | null;
  /** The facts of a refusal. */
  readonly detail?: Refused['detail'];
  /** Where it was stored. */
  readonly sequence: number | null;
}

export interface OutboxStore<B> {
  load(): Letter<B>[];
  save(letters: readonly Letter<B>[]): void;
}

export interface OutboxOptions<B, A extends { sequence: number }> {
  deliver(id: string, body: B): Promise<A>;
  acknowledged(letter: Letter<B>, ack: A): void;
  changed(): void;
  newId(): string;
  clock: Clock;
  random(): number;
  store: OutboxStore<B>;
}

/** After that many answers of an ailing server (a quarter of an hour) a letter steps aside: it may be the cause. */
const patience = 40;

/** Letters on their way: one in flight, in the order written, each repeated under its id until answered. */
export class Outbox<B, A extends { sequence: number }> {
  #letters: readonly Letter<B>[];
  #store: OutboxStore<B>;
  #flying = false;
  #connected = false;
  #hasTurn = true;
  #failures = 0;
  #troubles = 0;
  #cancelRetry = () => {};

  constructor(private readonly options: OutboxOptions<B, A>) {
    this.#store = options.store;
    this.#letters = this.#store.load();
  }

  get letters(): readonly Letter<B>[] {
    return this.#letters;
  }

  put(body: B): string {
    const id = this.options.newId();
    // Later than those before it, whatever the clock says: where they are kept, nothing else tells their order.
    const writtenAt = Math.max(this.options.clock.now(), (this.#letters.at(-1)?.writtenAt ?? 0) + 1);
    const letter: Letter<B> = { id, body, writtenAt, state: 'waiting', code: null, sequence: null };
    this.#keep([...this.#letters, letter]);
    this.#pump();
    return id;
  }

  /** By hand, after a refusal: the same letter under the same id. */
  retry(id: string): void {
    this.#change(id, { state: 'waiting', code: null });
    this.#pump();
  }

  /** The letter now stands in the timeline, or its writer gave it up. */
  forget(id: string): void {
    if (this.#letters.some((letter) => letter.id === id)) this.#keep(this.#letters.filter((letter) => letter.id !== id));
  }

  /** What was written in other tabs, or in this one before a reload. Theirs counts, unless it is delivered from here. */
  hear(letters: readonly Letter<B>[]): void {
    const heard = letters.filter(({ id }) => !this.#letters.some((own) => own.id === id && own.state === 'saved'));
    const others = this.#letters.filter(({ id }) => !heard.some((letter) => letter.id === id));
    this.#keep([...others, ...heard].sort((a, b) => a.writtenAt - b.writtenAt));
    this.#pump();
  }

  /** From here on they are kept there, also those that wait already. */
  keepIn(store: OutboxStore<B>): void {
    this.#store = store;
    this.hear(store.load());
  }

  /** Of several tabs one sends at a time; without a word everybody does. */
  turn(yes: boolean): void {
    this.#hasTurn = yes;
    this.#pump();
  }

  connected(yes: boolean): void {
    this.#connected = yes;
    if (yes) {
      this.#failures = 0;
      this.#pump();
    }
  }

  clear(): void {
    this.#keep([]);
  }

  #pump(): void {
    const letter = this.#letters.find(({ state }) => state === 'waiting');
    if (!letter || this.#flying || !this.#connected || !this.#hasTurn) return;
    this.#cancelRetry();
    this.#flying = true;
    this.options.deliver(letter.id, letter.body).then(
      (ack) => this.#delivered(letter, ack),
      (error: unknown) => this.#undelivered(letter, error),
    );
  }

  #delivered(letter: Letter<B>, ack: A): void {
    this.#flying = false;
    this.#failures = this.#troubles = 0;
    this.options.acknowledged(letter, ack);
    this.#change(letter.id, { state: 'saved', sequence: ack.sequence });
    this.#pump();
  }

  #undelivered(letter: Letter<B>, error: unknown): void {
    this.#flying = false;
    if (!(error instanceof Unanswered)) this.#troubles++;
    if (!isPassing(error) || this.#troubles > patience) {
      this.#troubles = 0;
      // A refusal brings its code and its facts; other errors have no properties of their own.
      this.#change(letter.id, { state: 'failed', code: 'internal', ...(error as Partial<Refused>) });
      return this.#pump();
    }
    // A broken link: `connected` comes next and pumps. A slow or ailing server: ask again, ever more rarely.
    const wait = error instanceof Unanswered && !this.#connected ? null : backoff(++this.#failures + 1, this.options.random());
    if (wait !== null) this.#cancelRetry = this.options.clock.after(wait, () => this.#pump());
  }

  #change(id: string, change: Partial<Letter<B>>): void {
    this.#keep(this.#letters.map((letter) => (letter.id === id ? { ...letter, ...change } : letter)));
  }

  #keep(letters: readonly Letter<B>[]): void {
    this.#letters = letters;
    this.#store.save(letters.filter(({ state }) => state !== 'saved'));
    this.options.changed();
  }
}
