import { computed, effect, type ReadonlySignal, signal } from '../core/signals';
import type { Message } from '../contract/hubs';
import { keep } from '../ui/keep';
import type { Conversation } from './conversation';
import type { Host } from './host';

/** What the visitor is to be called for: an answer, or an invitation. */
export const calls = ({ author, notice }: Message) => author === 'Agent' || notice === 'RemoteSupportInvited';

interface Kept {
  get(): string | null;
  set(value: string): void;
}

interface Read {
  id: ReadonlySignal<string | null>;
  messages: ReadonlySignal<readonly Message[]>;
}

/**
 * Counts answers that arrived while nobody looked. How far was read is remembered with the conversation that it
 * belongs to: a new conversation starts at nothing read.
 */
export function unreadCounter({ id, messages }: Read, isSeen: ReadonlySignal<boolean>, kept: Kept) {
  const [keptId, keptSequence] = (kept.get() ?? '').split(' ');
  const read = signal({ id: keptId ?? '', sequence: Number(keptSequence) || 0 });
  const readHere = computed(() => (read.value.id === (id.value ?? '') ? read.value.sequence : 0));
  effect(() => {
    const last = messages.value.at(-1)?.sequence ?? 0;
    if (!isSeen.value || last <= readHere.value) return;
    read.value = { id: id.value ?? '', sequence: last };
    kept.set(`${read.value.id} ${last}`);
  });
  return computed(() => messages.value.filter((message) => calls(message) && message.sequence > readHere.value).length);
}

/** To the page, in the window's title, and to staff what was read. */
export function tellUnread(host: Host, conversation: Conversation, isSeen: ReadonlySignal<boolean>, title: string): void {
  const unread = unreadCounter(conversation, isSeen, keep(() => localStorage, 'istom-read'));
  effect(() => {
    host.say({ type: 'unread', count: unread.value });
    document.title = unread.value ? `(${unread.value}) ${title}` : title;
  });
  effect(() => {
    const last = conversation.messages.value.at(-1)?.sequence ?? 0;
    if (last > 0) host.say({ type: 'underway' });
    if (last > 0 && isSeen.value && conversation.link.value === 'open') conversation.attention.saw(last);
  });
}
