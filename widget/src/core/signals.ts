// Values that tell who read them when they change: what the panel needs of a signals library, in a tenth of its bytes.

export interface ReadonlySignal<T> {
  readonly value: T;
  /** Called now, and after each change. */
  subscribe(listener: (value: T) => void): () => void;
}

export interface Signal<T> extends ReadonlySignal<T> {
  value: T;
}

/** Reads signals and is woken when one of those that it read last has changed. */
export class Watcher {
  readonly #sources = new Set<Set<Watcher>>();

  constructor(readonly wake: () => void) {}

  /** Runs with every signal that is read noted, in place of those noted before. */
  watch<T>(run: () => T): T {
    this.stop();
    const outer = take(this);
    try {
      return run();
    } finally {
      take(outer);
    }
  }

  stop(): void {
    for (const watchers of this.#sources) watchers.delete(this);
    this.#sources.clear();
  }

  read(watchers: Set<Watcher>): void {
    watchers.add(this);
    this.#sources.add(watchers);
  }
}

let reader: Watcher | null = null;

/** From now on it is this one that reads; answers who did before. */
function take(next: Watcher | null): Watcher | null {
  const before = reader;
  reader = next;
  return before;
}

export function signal<T>(first: T): Signal<T> {
  const watchers = new Set<Watcher>();
  let current = first;
  const self: Signal<T> = {
    get value() {
      reader?.read(watchers);
      return current;
    },
    set value(next) {
      if (Object.is(next, current)) return;
      current = next;
      for (const watcher of [...watchers]) watcher.wake();
    },
    subscribe: (listener) => effect(() => listener(self.value)),
  };
  return self;
}

/** Runs now, and again whenever a signal that it read has changed; a change that it makes itself runs it once more, after. */
export function effect(run: () => void): () => void {
  let isRunning = false;
  let again = false;
  const watcher = new Watcher(() => {
    again = true;
    if (isRunning) return;
    isRunning = true;
    try {
      while (again) {
        again = false;
        watcher.watch(run);
      }
    } finally {
      isRunning = false;
    }
  });
  watcher.wake();
  return () => watcher.stop();
}

/** Follows what it is computed from for as long as the page lives. */
export function computed<T>(compute: () => T): ReadonlySignal<T> {
  const made = signal(undefined as T);
  effect(() => {
    made.value = compute();
  });
  return made;
}
