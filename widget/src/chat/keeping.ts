import type { VisitorClient, VisitorHub } from '../contract/hubs';
import type { Connection, Push } from '../core/connection';
import type { Letter } from '../core/outbox';
import type { Signal } from '../core/signals';
import { forgetKept, type Kept, openKept } from '../ui/kept';
import { type Seek, turns } from '../ui/turns';
import type { Conversation, Written } from './conversation';
import { findLeft, isLetter } from './leftBehind';
import type { Fatal } from './session';

/** The drawer of whoever no site vouches for. */
const anonymous = 'istom:';

/** What one tab tells the others. */
export type Word = { letter: Letter<Written> } | { gone: string } | { draft: string } | { push: Push; of: string | null } | { ended: true } | { signedIn: true };

/** What the tabs of a browser share; null is refused. */
export interface Means {
  kept: Kept | null;
  channel: Pick<BroadcastChannel, 'onmessage' | 'postMessage'> | null;
  /** Deletes all of everybody's. */
  forget(): void;
  turns(told: (mine: boolean) => void): Seek;
}

/** What a panel has in common with those in other tabs and with itself after a reload. */
export interface Shared {
  connection: Connection<VisitorHub, VisitorClient>;
  conversation: Conversation;
  draft: Signal<string>;
  /** Becomes `ended` when the visitor leaves this computer. */
  fatal: Signal<Fatal | null>;
}

/** @param owner Whose it is: a signed-in visitor's letters wait for that visitor alone. */
export async function keepFor(shared: Shared, owner: string): Promise<void> {
  const name = `istom:${owner}`;
  // Tabs that do not know yet who is signed in begin anew, so that nothing of theirs goes out under that name.
  if (owner !== '') channelOf(anonymous)?.postMessage({ signedIn: true } satisfies Word);
  await share(shared, { kept: await openKept(name).catch(() => null), channel: channelOf(name), forget: () => void forgetKept('istom:'), turns: (told) => turns(name, told) });
  if (owner !== '') await findLeft(shared, await openKept(anonymous)).catch(() => {});
}

/** Letters and the draft lie in the database; one tab sends; what one learns all show. */
export async function share({ connection, conversation, draft, fatal }: Shared, { kept, channel, forget, turns }: Means): Promise<void> {
  const { outbox } = conversation;
  const known = new Map<string, Letter<Written>>();
  let knownDraft = '';
  const tell = (word: Word) => channel?.postMessage(word);
  const keeps = (done: Promise<unknown> | undefined) => void done?.catch(() => (conversation.isKept.value = false));
  const hear = (letters: readonly Letter<Written>[]) => {
    // Read just before everything was deleted.
    if (fatal.value === 'ended') return;
    for (const letter of letters) known.set(letter.id, letter);
    outbox.hear(letters);
  };
  const load = async () => {
    const values = (await kept?.all().catch(() => null)) ?? [];
    hear(values.filter(isLetter));
    return values.find((value) => typeof value === 'string') ?? '';
  };
  const seek = turns((mine) => {
    // A tab that died may have written what it could not tell.
    if (mine) void load().then(() => outbox.turn(true));
    else outbox.turn(false);
  });
  const write = (letter: Letter<Written>) => {
    if (known.get(letter.id) === letter) return;
    known.set(letter.id, letter);
    keeps(kept?.put(letter.id, letter));
    tell({ letter });
    // Here the visitor is; the tab whose turn it is may be asleep.
    if (letter.state === 'waiting' && conversation.link.value === 'open') seek(true, true);
  };
  const save = (letters: readonly Letter<Written>[]) => {
    letters.forEach(write);
    for (const id of [...known.keys()].filter((id) => !letters.some((letter) => letter.id === id))) {
      known.delete(id);
      keeps(kept?.remove(id));
      tell({ gone: id });
    }
  };
  if (channel)
    channel.onmessage = ({ data }: MessageEvent<Word>) => {
      if ('letter' in data) hear([data.letter]);
      else if ('gone' in data) {
        known.delete(data.gone);
        outbox.forget(data.gone);
      } else if ('draft' in data) draft.value = knownDraft = data.draft;
      else if ('ended' in data) {
        conversation.wipe();
        fatal.value = 'ended';
      } else if ('signedIn' in data) location.reload();
      else if (data.of === conversation.id.value) connection.hear(data.push);
    };
  const left = await load();
  conversation.isKept.value = kept !== null;
  outbox.keepIn({ load: () => [], save });
  knownDraft = left;
  if (draft.value === '') draft.value = left;
  draft.subscribe((text) => {
    if (text === knownDraft) return;
    knownDraft = text;
    keeps(kept?.put('draft', text));
    tell({ draft: text });
  });
  fatal.subscribe((why) => {
    if (why !== 'ended') return;
    draft.value = '';
    tell({ ended: true });
    forget();
  });
  connection.pushes.subscribe((push) => tell({ push, of: conversation.id.value }));
  conversation.link.subscribe((link) => seek(link === 'open', outbox.letters.some(({ state }) => state === 'waiting')));
}

function channelOf(name: string): BroadcastChannel | null {
  try {
    return new BroadcastChannel(name);
  } catch {
    return null;
  }
}
