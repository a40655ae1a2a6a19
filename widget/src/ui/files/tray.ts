import type { AttachmentView } from '../../contract/hubs';
import type { Limits } from './limits';
import { prepared } from './picture';
import { type Fault, type Upload, upload } from './upload';

/** What outlives the tab, as far as the browser keeps it. */
export interface KeptItem {
  /** Made once: a retry carries it, so the server keeps the file once. */
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly preview: string | null;
  /** Uploaded. */
  readonly view: AttachmentView | null;
  /** To be uploaded; nothing where it could not be kept. */
  readonly file?: File | undefined;
}

/** A file that is to go with the next message. */
export interface Item extends Omit<KeptItem, 'file'> {
  readonly state: 'preparing' | 'sending' | 'ready' | 'failed';
  /** From 0 to 1. */
  readonly share: number;
  readonly fault: Fault | null;
}

export interface TrayOptions {
  newId(): string;
  path(id: string): string;
  headers(): Promise<Record<string, string>>;
  limits(): Promise<Limits>;
  /** Null: it is needed no longer. */
  keep(id: string, item: KeptItem | null): void;
  changed(): void;
}

/** No connection: it goes on by itself. */
const lost = 'lost';
/** The tab has gone while it was uploaded, and the file with it: it has to be chosen again. */
export const interrupted = 'interrupted';

/** What is attached to a message that is being written: each file is uploaded at once, on its own. */
export class Tray {
  #items: readonly Item[] = [];
  readonly #files = new Map<string, File>();
  readonly #running = new Map<string, Upload>();
  #go: (() => void) | null = null;

  constructor(private readonly options: TrayOptions) {}

  get items(): readonly Item[] {
    return this.#items;
  }

  /** The message is to go as soon as it can. */
  get isHeld(): boolean {
    return this.#go !== null;
  }

  /** Whether a file is in the way; then `go` is called when none is any more. */
  holds(go: () => void): boolean {
    if (this.#isReady) return false;
    this.#go = go;
    this.#keep([...this.#items]);
    return true;
  }

  /** The message is written on: it waits for its writer again. */
  hesitate(): void {
    this.#go = null;
  }

  add(files: readonly File[]): void {
    this.hesitate();
    for (const file of files) {
      const id = this.options.newId();
      this.#files.set(id, file);
      this.#keep([...this.#items, { id, name: file.name, size: file.size, state: 'preparing', share: 0, preview: null, fault: null, view: null }]);
      void this.#prepare(id, file);
    }
  }

  /** Another tab's, or this one's before a reload. */
  restore(kept: KeptItem): void {
    const { file, ...item } = kept;
    if (this.#items.some(({ id }) => id === item.id)) return;
    const fault = item.view || file ? null : { code: interrupted, limit: 0 };
    this.#keep([...this.#items, { ...item, state: item.view ? 'ready' : file ? 'preparing' : 'failed', share: 0, fault }]);
    if (!file) return;
    this.#files.set(item.id, file);
    void this.#send(item.id, file);
  }

  retry(id: string): void {
    const file = this.#files.get(id);
    if (file && this.#items.some((item) => item.id === id && item.state === 'failed')) void this.#send(id, file);
  }

  /** There is a connection again. */
  resume(): void {
    for (const { id, fault } of this.#items) if (fault?.code === lost) this.retry(id);
  }

  remove(id: string): void {
    this.hesitate();
    this.#drop(id);
    this.#keep(this.#items.filter((item) => item.id !== id));
  }

  /** What the message takes with it; the tray is empty then. */
  take(): AttachmentView[] | undefined {
    const views = this.#items.flatMap(({ view }) => view ?? []);
    this.clear();
    return views.length > 0 ? views : undefined;
  }

  clear(): void {
    this.hesitate();
    for (const { id } of this.#items) this.#drop(id);
    this.#keep([]);
  }

  get #isReady(): boolean {
    return this.#items.every(({ state }) => state === 'ready');
  }

  #drop(id: string): void {
    this.#files.delete(id);
    this.#running.get(id)?.cancel();
    this.options.keep(id, null);
  }

  async #prepare(id: string, given: File): Promise<void> {
    const { file, preview } = await prepared(given);
    if (!this.#files.has(id)) return;
    this.#files.set(id, file);
    const { name, size } = file;
    this.#change(id, { name, size, preview });
    this.options.keep(id, { id, name, size, preview, view: null, file });
    await this.#send(id, file);
  }

  async #send(id: string, file: File): Promise<void> {
    this.#change(id, { state: 'sending', share: 0, fault: null });
    try {
      await this.#check(id, file);
      const headers = await this.options.headers();
      if (!this.#files.has(id)) return;
      const running = upload(this.options.path(id), file, headers, (share) => this.#change(id, { share }));
      this.#running.set(id, running);
      this.#uploaded(id, await running.done);
    } catch (error) {
      this.#change(id, { state: 'failed', fault: { code: lost, limit: 0, ...(error as Partial<Fault>) } });
    } finally {
      this.#running.delete(id);
    }
  }

  #uploaded(id: string, view: AttachmentView): void {
    const item = this.#items.find((other) => other.id === id);
    if (!item) return;
    this.options.keep(id, { id, name: item.name, size: item.size, preview: item.preview, view });
    this.#files.delete(id);
    this.#change(id, { state: 'ready', view });
  }

  /** Said before a byte goes: the server would say the same after all of them. */
  async #check(id: string, { name, size }: File): Promise<void> {
    const { maxBytes, maxFiles, kinds } = await this.options.limits();
    const refuse = (code: string, limit = 0): never => {
      throw { code, limit } satisfies Fault;
    };
    if (!kinds.includes(name.split('.').at(-1)?.toLowerCase() ?? '')) refuse('file-type-refused');
    if (size > maxBytes) refuse('file-too-large', maxBytes);
    if (this.#items.findIndex((item) => item.id === id) >= maxFiles) refuse('too-many-attachments', maxFiles);
  }

  #change(id: string, change: Partial<Item>): void {
    this.#keep(this.#items.map((item) => (item.id === id ? { ...item, ...change } : item)));
  }

  #keep(items: readonly Item[]): void {
    this.#items = items;
    this.options.changed();
    const go = this.#go;
    if (!go || !this.#isReady) return;
    this.#go = null;
    go();
  }
}
