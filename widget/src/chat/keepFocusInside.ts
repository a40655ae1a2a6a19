const reachable = 'button:not(:disabled), a[href], textarea, input, summary, [tabindex="0"]';

/** A panel that covers the whole window is a dialog: the page behind it cannot be seen, so the Tab key goes round inside. */
export function keepFocusInside(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>(reachable)].filter((element) => element.checkVisibility());
  const [first, last] = [all[0], all.at(-1)];
  const isLeaving = document.activeElement === (event.shiftKey ? first : last);
  if (!isLeaving) return;
  event.preventDefault();
  (event.shiftKey ? last : first)?.focus();
}
