import { signal } from '@preact/signals';

export type Mode = 'reply' | 'note';

/** One value of a browser storage. */
export interface Kept {
  get(): string | null;
  set(value: string): void;
}

interface Stored {
  owner: string | null;
  texts: Record<string, string>;
}

const most = 100;

/**
 * What was begun and not sent, by ticket and mode: a note never turns into a reply by a press on a tab. It is kept
 * for this tab alone, since it speaks of customers: a reload finds it, the next person at this computer does not.
 */
export class Drafts {
  readonly #texts = signal<Readonly<Record<string, string>>>({});
  #owner: string | null = null;

  constructor(private readonly kept: Kept) {
    const { owner, texts } = read(kept.get());
    this.#owner = owner;
    this.#texts.value = texts;
  }

  /** False: what lies here is somebody else's, and is gone now. */
  claim(owner: string): boolean {
    const isOwn = this.#owner === null || this.#owner === owner;
    this.#owner = owner;
    this.#keep(isOwn ? this.#texts.peek() : {});
    return isOwn;
  }

  of(ticket: string, mode: Mode): string {
    return this.#texts.value[`${ticket}:${mode}`] ?? '';
  }

  has(ticket: string): boolean {
    return this.of(ticket, 'reply') !== '' || this.of(ticket, 'note') !== '';
  }

  write(ticket: string, mode: Mode, text: string): void {
    const key = `${ticket}:${mode}`;
    const others = Object.entries(this.#texts.peek()).filter(([other]) => other !== key);
    this.#keep(Object.fromEntries(text === '' ? others : [...others.slice(1 - most), [key, text]]));
  }

  clear(): void {
    this.#owner = null;
    this.#keep({});
  }

  #keep(texts: Readonly<Record<string, string>>): void {
    this.#texts.value = texts;
    this.kept.set(JSON.stringify({ owner: this.#owner, texts } satisfies Stored));
  }
}

function read(text: string | null): Stored {
  try {
    const { owner, texts } = JSON.parse(text ?? '{}') as Partial<Stored>;
    const sound = Object.entries(texts ?? {}).filter(([, value]) => typeof value === 'string');
    return { owner: typeof owner === 'string' ? owner : null, texts: Object.fromEntries(sound) };
  } catch {
    return { owner: null, texts: {} };
  }
}
