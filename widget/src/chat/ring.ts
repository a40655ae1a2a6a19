import { effect } from '../core/signals';
import { keep } from '../ui/keep';
import { chime } from '../ui/chime';
import type { Conversation } from './conversation';
import { calls } from './unread';

/** Long enough for all tabs to have heard of the same answer. */
const once = 2_000;

/** Whether the visitor wants it. Asked each time: it may have been chosen in another tab. */
export const sound = keep(() => localStorage, 'istom-sound');

/** Rings for an answer where the visitor has chosen so, in one of the tabs. */
export function ring(conversation: Conversation): void {
  onAnswer(conversation, () => sound.get() === 'yes' && void inOneTab('istom-sound', chime));
}

/** An answer came that was not there when the panel was loaded. */
export function onAnswer(conversation: Conversation, tell: () => void): void {
  let heard: number | null = null;
  effect(() => {
    const last = conversation.messages.value.findLast(calls)?.sequence ?? 0;
    if (!conversation.isLoaded.value) return;
    if (heard !== null && last > heard) tell();
    heard = Math.max(heard ?? 0, last);
  });
}

export const inOneTab = (name: string, run: () => void) =>
  navigator.locks
    .request(name, { ifAvailable: true }, (lock) => {
      if (lock) run();
      return new Promise((done) => setTimeout(done, once));
    })
    .catch(run);
