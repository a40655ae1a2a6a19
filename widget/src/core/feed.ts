import type { Clock } from './clock';
import type { Timeline } from './timeline';

export interface Since<T> {
  entries: readonly T[];
  last: number;
}

export interface FeedOptions<T extends { sequence: number }> {
  timeline: Timeline<T>;
  clock: Clock;
  /** Asks the server for everything after a sequence. */
  ask(after: number): Promise<Since<T>>;
  changed(): void;
}

const retryAfter = 2_000;

/** Keeps a timeline whole: a push is only a doorbell, and whatever is missing is asked for. */
export class Feed<T extends { sequence: number }> {
  #asking: Promise<void> | null = null;
  #again = false;
  #cancelRetry = () => {};

  constructor(private readonly options: FeedOptions<T>) {}

  receive(entries: readonly T[]): void {
    this.options.timeline.push(entries);
    this.options.changed();
    if (this.options.timeline.hasGap) void this.catchUp().catch(() => this.#retryLater());
  }

  /** Rejects when the server could not be asked. Calls that come while one is under way share one more. */
  catchUp(): Promise<void> {
    if (this.#asking) {
      this.#again = true;
      return this.#asking;
    }
    this.#asking = this.#run().finally(() => (this.#asking = null));
    return this.#asking;
  }

  async #run(): Promise<void> {
    const { timeline, ask, changed } = this.options;
    this.#cancelRetry();
    let end: number;
    do {
      this.#again = false;
      const { entries, last } = await ask(timeline.known);
      end = last;
      timeline.answer(entries, last);
      changed();
    } while (timeline.known < end || (this.#again && timeline.hasGap));
    if (timeline.hasGap) this.#retryLater();
  }

  /** A lost connection asks anyway once it is back; this is for a question that was refused or timed out. */
  #retryLater(): void {
    this.#cancelRetry();
    this.#cancelRetry = this.options.clock.after(retryAfter, () => {
      if (this.options.timeline.hasGap) void this.catchUp().catch(() => this.#retryLater());
    });
  }
}
