/** Arrows go from one emoji to the next, up and down by what is seen; from the search field down is to the first. */
export function step(event: KeyboardEvent, within: Element | null): void {
  const way = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -1, ArrowDown: 1 }[event.key];
  const all = [...(within?.querySelectorAll<HTMLElement>('.emoji') ?? [])];
  const at = all.indexOf(event.target as HTMLElement);
  if (way === undefined || (at < 0 && event.key !== 'ArrowDown')) return;
  event.preventDefault();
  const to = at < 0 ? all[0] : /Up|Down/.test(event.key) ? nextRow(all, at, way) : all[at + way];
  (to ?? (way < 0 ? within?.querySelector('input') : null))?.focus();
}

function nextRow(all: HTMLElement[], at: number, way: number): HTMLElement | undefined {
  const from = all[at]?.getBoundingClientRect();
  const ahead = way < 0 ? all.slice(0, at).reverse() : all.slice(at + 1);
  return ahead.find((other) => {
    const { top, left, width } = other.getBoundingClientRect();
    return from && way * (top - from.top) > 0 && Math.abs(left - from.left) < width / 2;
  });
}
