import type { Clock } from './clock';

/**
 * The server's time, as far as this browser can know it. What is shown (today, time left, opening hours) is judged by
 * it, since promises are: the clocks of reception computers are wrong. Timers keep to the browser's own clock.
 */
export class ServerTime {
  /** Called when the server has corrected this browser. */
  corrected = (): void => {};
  #ahead = 0;

  constructor(private readonly clock: Clock) {}

  readonly now = (): number => this.clock.now() + this.#ahead;

  /** The server has said what time it is. */
  heard(instant: number): void {
    this.#ahead = instant - this.clock.now();
    this.corrected();
  }
}
