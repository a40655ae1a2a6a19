import { signal } from '@preact/signals';
import type { Clock } from '../core/clock';

const lifetime = 6_000;
const pace = 3_000;

/** That somebody is writing: it dies by itself unless it is repeated. */
export class TypingSeen {
  readonly isActive = signal(false);
  #cancel = () => {};

  constructor(private readonly clock: Clock) {}

  see(active: boolean): void {
    this.#cancel();
    this.isActive.value = active;
    if (active) this.#cancel = this.clock.after(lifetime, () => (this.isActive.value = false));
  }
}

/** Tells that we are writing, often enough to be kept alive and no oftener. */
export class TypingTold {
  #ticket: string | null = null;
  #at = -Infinity;

  constructor(
    private readonly clock: Clock,
    private readonly tell: (ticket: string, active: boolean) => void,
  ) {}

  writes(ticket: string): void {
    if (this.#ticket === ticket && this.clock.now() - this.#at < pace) return;
    if (this.#ticket !== ticket) this.stops();
    this.#ticket = ticket;
    this.#at = this.clock.now();
    this.tell(ticket, true);
  }

  stops(): void {
    if (this.#ticket !== null && this.clock.now() - this.#at < lifetime) this.tell(this.#ticket, false);
    this.#ticket = null;
  }
}
