import type { ReadMarker, VisitorClient, VisitorHub } from '../contract/hubs';
import type { Clock } from '../core/clock';
import type { Connection } from '../core/connection';
import { signal } from '../core/signals';

/** Said again while it lasts; without that it dies by itself. */
const typingEvery = 3_000;
const typingLives = 6_000;
const never = -Infinity;

/** What the two sides show one another besides messages: how far they have read, and that they are writing. */
export class Attention {
  /** Up to here somebody of the staff has seen the conversation. */
  readonly readByStaff = signal(0);
  /** Who is writing an answer. */
  readonly typist = signal<string | null>(null);
  #readHere = 0;
  #typedAt = never;
  #cancelTypist = () => {};

  constructor(
    private readonly connection: Connection<VisitorHub, VisitorClient>,
    private readonly clock: Clock,
  ) {
    connection.on('Read', (marker) => this.hear([marker]));
    connection.on('Typing', (who, active) => this.#types(active ? who : null));
  }

  hear(markers: readonly ReadMarker[]): void {
    for (const { side, sequence } of markers) {
      if (side === 'Agent') this.readByStaff.value = Math.max(this.readByStaff.value, sequence);
      else this.#readHere = Math.max(this.#readHere, sequence);
    }
  }

  /** The visitor has this on the screen. Lost on the way it is said again with the next. */
  saw(sequence: number): void {
    if (sequence <= this.#readHere) return;
    const before = this.#readHere;
    this.#readHere = sequence;
    this.connection.invoke('Read', [{ sequence }]).catch(() => (this.#readHere = Math.min(this.#readHere, before)));
  }

  /** The visitor has typed, or the box is empty again. */
  typed(active: boolean): void {
    const now = this.clock.now();
    if (active ? now - this.#typedAt < typingEvery : this.#typedAt === never) return;
    this.#typedAt = active ? now : never;
    this.connection.invoke('Typing', [{ active }]).catch(() => {});
  }

  /** An answer came, so nobody is writing it any more. */
  answered(): void {
    this.#types(null);
  }

  #types(who: string | null): void {
    this.#cancelTypist();
    this.typist.value = who;
    if (who !== null) this.#cancelTypist = this.clock.after(typingLives, () => (this.typist.value = null));
  }
}
