import { computed, signal } from '@preact/signals';

/** Where the address points after its `#`: '' is the desk, `settings/…` a screen of the settings. */
export class Route {
  readonly path = signal(written());
  readonly isSettings = computed(() => /^settings\b/.test(this.path.value));
  /** Whatever puts a turn off until it has asked; it is told how many steps of the history the turn took. */
  guard: ((steps: number) => boolean) | null = null;
  #at = stamped() ?? stamp(0);

  /** Until the returned function is called; a turn that was taken before is followed too. */
  follow(): () => void {
    const turn = () => this.#turn();
    addEventListener('hashchange', turn);
    turn();
    return () => removeEventListener('hashchange', turn);
  }

  /** It has been followed, and is not to be again when the page is loaded anew. */
  forget(): void {
    history.replaceState(null, '', location.pathname);
    stamp(this.#at);
    this.path.value = '';
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
function stamped(): number | undefined {
  const state = history.state as { at: number; of: string } | null;
  return state?.of === location.hash ? state.at : undefined;
}
function stamp(at: number): number {
  history.replaceState({ at, of: location.hash }, '');
  return at;
}
