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
  #flying = false;
  #connected = false;
  #failures = 0;
  #troubles = 0;
  #cancelRetry = () => {};

  constructor(private readonly options: OutboxOptions<B, A>) {
    this.#letters = options.store.load();
  }

  get letters(): readonly Letter<B>[] {
    return this.#letters;
  }

  put(body: B): string {
    const id = this.options.newId();
    const letter: Letter<B> = { id, body, writtenAt: this.options.clock.now(), state: 'waiting', code: null, sequence: null };
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
    if (!letter || this.#flying || !this.#connected) return;
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
    this.#change(letter.id, { state: 'saved', sequence: ack.sequence });
    this.options.acknowledged(letter, ack);
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
    this.options.store.save(letters.filter(({ state }) => state !== 'saved'));
    this.options.changed();
  }
}
