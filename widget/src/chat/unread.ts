import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Message } from '../contract/hubs';

interface Kept {
  get(): string | null;
  set(value: string): void;
}

/** Counts answers that arrived while nobody looked. Remembered per visitor, so that a reload does not count again. */
export function unreadCounter(messages: ReadonlySignal<readonly Message[]>, isSeen: ReadonlySignal<boolean>, kept: Kept) {
  const read = signal(Number(kept.get()) || 0);
  effect(() => {
    const last = messages.value.at(-1)?.sequence ?? 0;
    if (!isSeen.value || last <= read.value) return;
    read.value = last;
    kept.set(String(last));
  });
  return computed(() => messages.value.filter((message) => message.author === 'Agent' && message.sequence > read.value).length);
}
