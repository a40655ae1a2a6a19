import { signal } from '@preact/signals';
import type { KeptItem } from '../ui/files/tray';

export type Mode = 'reply' | 'note';

/** One value of a browser storage. */
export interface Kept {
  get(): string | null;
  set(value: string): void;
}

interface Stored {
  owner: string | null;
  texts: Record<string, string>;
  files: Files;
}

/** Of the files that are attached to a draft what is known of them: the files themselves do not outlive the page. */
type Files = Readonly<Record<string, readonly KeptItem[]>>;

const most = 100;

/**
 * What was begun and not sent, by ticket and mode: a note never turns into a reply by a press on a tab. It is kept
 * for this tab alone, since it speaks of customers: a reload finds it, the next person at this computer does not.
 */
export class Drafts {
  readonly #texts = signal<Readonly<Record<string, string>>>({});
  readonly #files = signal<Files>({});
  #owner: string | null = null;

  constructor(private readonly kept: Kept) {
    const { owner, texts, files } = read(kept.get());
    this.#owner = owner;
    this.#texts.value = texts;
    this.#files.value = files;
  }

  /** False: what lies here is somebody else's, and is gone now. */
  claim(owner: string): boolean {
    const isOwn = this.#owner === null || this.#owner === owner;
    this.#owner = owner;
    if (isOwn) this.#keep(this.#texts.peek());
    else this.#keep({}, {});
    return isOwn;
  }

  of(ticket: string, mode: Mode): string {
    return this.#texts.value[`${ticket}:${mode}`] ?? '';
  }

  has(ticket: string): boolean {
    return (['reply', 'note'] as const).some((mode) => this.of(ticket, mode) !== '' || this.filesOf(ticket, mode).length > 0);
  }

  write(ticket: string, mode: Mode, text: string): void {
    const key = `${ticket}:${mode}`;
    const others = Object.entries(this.#texts.peek()).filter(([other]) => other !== key);
    this.#keep(Object.fromEntries(text === '' ? others : [...others.slice(1 - most), [key, text]]));
  }

  filesOf(ticket: string, mode: Mode): readonly KeptItem[] {
    return this.#files.value[`${ticket}:${mode}`] ?? [];
  }

  attach(ticket: string, mode: Mode, files: readonly KeptItem[]): void {
    // An upload may end after its agent has signed out.
    if (this.#owner === null) return;
    const key = `${ticket}:${mode}`;
    const others = Object.entries(this.#files.peek()).filter(([other]) => other !== key);
    this.#keep(this.#texts.peek(), Object.fromEntries(files.length > 0 ? [...others, [key, files]] : others));
  }

  clear(): void {
    this.#owner = null;
    this.#keep({}, {});
  }

  #keep(texts: Readonly<Record<string, string>>, files = this.#files.peek()): void {
    this.#texts.value = texts;
    this.#files.value = files;
    this.kept.set(JSON.stringify({ owner: this.#owner, texts, files } satisfies Stored));
  }
}

function read(text: string | null): Stored {
  try {
    const { owner, texts, files } = JSON.parse(text ?? '{}') as Partial<Stored>;
    const sound = Object.entries(texts ?? {}).filter(([, value]) => typeof value === 'string');
    return { owner: typeof owner === 'string' ? owner : null, texts: Object.fromEntries(sound), files: files ?? {} };
  } catch {
    return { owner: null, texts: {}, files: {} };
  }
}
