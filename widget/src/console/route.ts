import { computed, signal } from '@preact/signals';

/** Where the address points after its `#`: '' is the desk, `settings/…` a screen of the settings. */
export class Route {
  readonly path = signal(written());
  readonly isSettings = computed(() => /^settings\b/.test(this.path.value));
  /** Whatever puts a turn off until it has asked; it is told how many steps of the history the turn took. */
  guard: ((steps: number) => boolean) | null = null;
  #at = stamped() ?? stamp(0);

  /** Until the returned function is called. */
  follow(): () => void {
    const turn = () => this.#turn();
    addEventListener('hashchange', turn);
    return () => removeEventListener('hashchange', turn);
  }

  #turn(): void {
    // The way back from a turn that was put off.
    if (written() === this.path.peek()) return;
    const at = stamped() ?? stamp(this.#at + 1);
    if (this.guard?.(at - this.#at)) return;
    this.#at = at;
    this.path.value = written();
  }
}

const written = () => location.hash.slice(1);

/** Entries of the history are numbered, so that a turn can be taken back, whichever way it went. */
const stamped = () => (history.state as { at?: number } | null)?.at;
function stamp(at: number): number {
  history.replaceState({ at }, '');
  return at;
}
