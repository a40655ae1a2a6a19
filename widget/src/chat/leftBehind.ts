import type { Letter } from '../core/outbox';
import { signal } from '../core/signals';
import type { Kept } from '../ui/kept';
import type { Written } from './conversation';
import type { Shared } from './keeping';

/** What was written before a site said who is signed in, and did not go out: nobody's to send but theirs who see it now. */
export const leftBehind = signal<readonly Letter<Written>[]>([]);

/** Sends what was left behind as the visitor who is signed in, or forgets it. */
export let settle: (send: boolean) => void = () => {};

export const fileNames = ({ files = [] }: Written): string => files.map(({ name }) => name).join(', ');

/** @param kept The drawer of visitors whom no site vouches for. A draft in it goes along: it is seen before it is sent. */
export async function findLeft({ conversation, draft }: Shared, kept: Kept): Promise<void> {
  const values = await kept.all();
  leftBehind.value = values.filter(isLetter).sort((a, b) => a.writtenAt - b.writtenAt);
  settle = (send) => {
    for (const { id, body } of leftBehind.value) {
      const again = { ...body, text: body.text || fileNames(body) };
      // What it quoted stands in another thread, and its files are those of a visitor whom nobody vouched for.
      delete again.replyTo;
      delete again.files;
      if (send) conversation.outbox.put(again);
      void kept.remove(id).catch(() => {});
    }
    leftBehind.value = [];
  };
  const begun = values.find((value) => typeof value === 'string');
  if (!begun || draft.value !== '') return;
  draft.value = begun;
  await kept.remove('draft');
}

export function isLetter(value: unknown): value is Letter<Written> {
  const letter = value as Partial<Letter<Written>> | null;
  return typeof letter?.id === 'string' && typeof letter.body?.text === 'string';
}
