/** Frames that a message may take to be drawn after its place came into view. */
const patience = 30;

/** Brings a message into view, marks it and gives it the focus. `near`: what it will be drawn in, where it may not be drawn yet. */
export function goTo(id: string, near?: Element): void {
  const found = () => document.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`);
  if (!found()) near?.scrollIntoView({ block: 'center' });
  const look = (left: number) => {
    const message = found();
    if (message) reach(message);
    else if (left > 0) requestAnimationFrame(() => look(left - 1));
  };
  look(patience);
}

function reach(message: HTMLElement): void {
  message.scrollIntoView({ block: 'center' });
  message.tabIndex = -1;
  message.focus({ preventScroll: true });
  message.classList.add('found');
  message.addEventListener('blur', () => message.classList.remove('found'), { once: true });
}

/** Of many buttons of a kind one is a Tab stop; arrows up and down go from one to the next. */
export function fromOneToTheNext(event: KeyboardEvent): void {
  const way = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (way === undefined) return;
  event.preventDefault();
  const all = [...document.querySelectorAll<HTMLElement>('.quote-this')];
  all[all.indexOf(event.currentTarget as HTMLElement) + way]?.focus();
}
