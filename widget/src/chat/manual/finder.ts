import type { SeenArticle } from '../../contract/hubs';
import type { Clock } from '../../core/clock';
import { signal } from '../../core/signals';
import type { Locale } from '../../i18n/translate';
import { request } from '../../ui/http';
import type { ArticleNode } from '../../ui/manual/Rendered';
import type { Conversation } from '../conversation';
import { leastTyped } from '../Guide';

export interface Found {
  id: string;
  title: string;
}

export interface Article extends Found {
  body: readonly ArticleNode[];
}

/** Asked for when the visitor has paused for so long. */
const pause = 350;
/** What the server looks at. */
const longest = 500;
const mostNoted = 10;
const path = '/api/visitor/articles';

/** Looks into the manual beside the writing: what fails is not shown, and nothing of it is waited for. */
export class Finder {
  readonly found = signal<readonly Found[]>([]);
  readonly article = signal<Article | 'failed' | null>(null);
  readonly helped = signal(false);
  readonly #seen = new Map<string, boolean>();
  #asked = '';
  #cancel = () => {};

  constructor(
    private readonly conversation: Pick<Conversation, 'shown'>,
    private readonly clock: Clock,
    private readonly locale: Locale,
  ) {}

  /** What stands in the box now. */
  typed(text: string): void {
    const wanted = text.trim().slice(0, longest);
    if (wanted !== '') this.helped.value = false;
    if (wanted === this.#asked) return;
    this.#asked = wanted;
    this.#cancel();
    if (wanted.length < leastTyped) this.found.value = [];
    else this.#cancel = this.clock.after(pause, () => void this.#look(wanted));
  }

  async open({ id }: Found): Promise<void> {
    this.#note(id, true);
    try {
      this.article.value = await request<Article>('GET', `${path}/${id}?locale=${this.locale}`);
    } catch {
      this.article.value = 'failed';
    }
  }

  close(): void {
    this.article.value = null;
  }

  /** There is nothing left to write. */
  end(): void {
    const { value } = this.article;
    if (value !== null && value !== 'failed') void request('POST', `${path}/${value.id}/helped`).catch(() => {});
    this.close();
    this.found.value = [];
    this.#seen.clear();
    this.conversation.shown = [];
    this.helped.value = true;
  }

  stop(): void {
    this.#cancel();
  }

  async #look(text: string): Promise<void> {
    try {
      const found = await request<readonly Found[]>('POST', `${path}/search?locale=${this.locale}`, { text });
      if (text !== this.#asked) return;
      this.found.value = found;
      for (const { id } of found) this.#note(id, this.#seen.get(id) ?? false);
    } catch {
      // The search is a courtesy: without it one writes as ever.
    }
  }

  /** Those that were opened go first: they tell the agent most. */
  #note(id: string, read: boolean): void {
    this.#seen.set(id, read);
    const seen: SeenArticle[] = [...this.#seen].map(([id, read]) => ({ id, read }));
    this.conversation.shown = seen.sort((a, b) => Number(b.read) - Number(a.read)).slice(0, mostNoted);
  }
}
