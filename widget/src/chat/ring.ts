import { effect } from '../core/signals';
import { chime } from '../ui/chime';
import type { Conversation } from './conversation';

/** Long enough for all tabs to have heard of the same answer. */
const once = 2_000;

/** Rings for an answer where the visitor has chosen so (more/sound.ts keeps that), in one of the tabs. */
export function ring(conversation: Conversation): void {
  let heard: number | null = null;
  effect(() => {
    const last = conversation.messages.value.findLast(({ author }) => author === 'Agent')?.sequence ?? 0;
    if (!conversation.isLoaded.value) return;
    if (heard !== null && last > heard && isWanted()) void inOneTab(chime);
    heard = Math.max(heard ?? 0, last);
  });
}

function isWanted(): boolean {
  try {
    return localStorage.getItem('istom-sound') === 'yes';
  } catch {
    return false;
  }
}

const inOneTab = (run: () => void) =>
  navigator.locks
    .request('istom-sound', { ifAvailable: true }, (lock) => {
      if (lock) run();
      return new Promise((done) => setTimeout(done, once));
    })
    .catch(run);
