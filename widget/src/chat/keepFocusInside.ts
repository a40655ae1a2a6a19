import type { ReadonlySignal } from '../core/signals';

const reachable = 'button:not(:disabled), a[href], textarea, input, summary, [tabindex="0"]';

/** A panel that covers the whole window is a dialog: the page behind it cannot be seen, so the Tab key goes round inside. */
export function keepFocusInside(fills: ReadonlySignal<boolean>): void {
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Tab' && fills.value) goRound(event);
  });
}

function goRound(event: KeyboardEvent): void {
  const all = [...document.querySelectorAll<HTMLElement>(reachable)].filter((element) => element.checkVisibility());
  const [first, last] = [all[0], all.at(-1)];
  const isLeaving = document.activeElement === (event.shiftKey ? first : last);
  if (!isLeaving) return;
  event.preventDefault();
  (event.shiftKey ? last : first)?.focus();
}
