import { useLayoutEffect } from 'preact/hooks';
import type { Face } from './face';
import { logCall, look, takeNext } from './face';
import { standing } from './standing';

export type KeyName = 'takeNext' | 'take' | 'next' | 'previous' | 'reply' | 'note' | 'endWait' | 'resolve' | 'kind' | 'call' | 'claim' | 'clinic' | 'transfer' | 'development' | 'remote' | 'release' | 'panes' | 'search' | 'leave' | 'help';

/** By the key's place, so that a Russian layout works the same; shown as the Latin letter on it. */
export const keys: readonly { name: KeyName; shown: readonly string[] }[] = [
  { name: 'takeNext', shown: ['A'] },
  { name: 'take', shown: ['T'] },
  { name: 'next', shown: ['J'] },
  { name: 'previous', shown: ['K'] },
  { name: 'reply', shown: ['R'] },
  { name: 'note', shown: ['N'] },
  { name: 'endWait', shown: ['W'] },
  { name: 'resolve', shown: ['E'] },
  { name: 'kind', shown: ['V'] },
  { name: 'call', shown: ['L'] },
  { name: 'claim', shown: ['C'] },
  { name: 'clinic', shown: ['Y'] },
  { name: 'transfer', shown: ['P'] },
  { name: 'development', shown: ['D'] },
  { name: 'remote', shown: ['U'] },
  { name: 'release', shown: ['B'] },
  { name: 'panes', shown: ['1', '2', '3'] },
  { name: 'search', shown: ['Ctrl+K', '/'] },
  { name: 'leave', shown: ['Esc'] },
  { name: 'help', shown: ['?'] },
];

const panes = { Digit1: 'queue', Digit2: 'talk', Digit3: 'ticket' } as const;

/** Heard from the moment that the desk is drawn: an effect would come with a later frame, and a key before it would be lost. */
export function useKeys(face: Face): void {
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event, face);
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [face]);
}

function onKey(event: KeyboardEvent, face: Face): void {
  if (isForSearch(event) && !isBehindDialog(face)) {
    face.stage.dialog.value = 'search';
    event.preventDefault();
    return;
  }
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || isBehindDialog(face) || face.stage.route.isSettings.peek()) return;
  const target = event.target instanceof HTMLElement ? event.target : null;
  if (isWritten(target)) {
    if (event.key === 'Escape') focus('.log');
    return;
  }
  if (event.repeat && !['KeyJ', 'KeyK'].includes(event.code)) return;
  if (event.key === '?' || (event.shiftKey && event.code === 'Slash')) face.stage.dialog.value = 'keys';
  else if (event.shiftKey || !face.stage.preferences.keys.peek() || !run(event.code, face)) return;
  event.preventDefault();
}

/** A dialog that the browser has closed by itself stands in the way no more, though it says so only with the next frame. */
const isBehindDialog = ({ stage }: Face) => stage.dialog.peek() !== null && document.querySelector('dialog[open]') !== null;

/** From everywhere, a text box included: it writes nothing. */
const isForSearch = ({ code, ctrlKey, metaKey, altKey, shiftKey, defaultPrevented }: KeyboardEvent) => code === 'KeyK' && ctrlKey !== metaKey && !altKey && !shiftKey && !defaultPrevented;

/** Letters that are typed are never commands. */
function isWritten(target: HTMLElement | null): boolean {
  return target !== null && (target.isContentEditable || target.matches('textarea, select, input:not([type=radio], [type=checkbox])'));
}

/** False: nothing is on this key, or not now. */
function run(code: string, face: Face): boolean {
  const { desk, stage } = face;
  if (code in panes) return toPane(panes[code as keyof typeof panes], face);
  if (code === 'KeyA') return done(desk.link.peek() === 'open', () => void takeNext(face));
  if (code === 'Slash') return done(true, () => (stage.dialog.value = 'search'));
  if (code === 'KeyJ') return leaf(1, face);
  if (code === 'KeyK') return leaf(-1, face);
  const ticket = desk.open.peek()?.ticket.peek();
  if (!ticket) return false;
  const { isHeld, isFree, isOver, isWaitedFor } = standing(ticket, desk.me.peek()?.id);
  const request = { ticket: ticket.id };
  switch (code) {
    case 'KeyT':
      return done(isFree, () => void desk.take(ticket.id));
    case 'KeyR':
      return done(isHeld, () => writeAs('reply', face));
    case 'KeyN':
      return done(true, () => writeAs('note', face));
    case 'KeyW':
      return done(isHeld && isWaitedFor, () => void desk.change('EndWait', request));
    case 'KeyE':
      return done(isHeld, () => void desk.change('Resolve', request));
    case 'KeyB':
      return done(isHeld, () => void desk.change('Release', request));
    case 'KeyV':
      return done(!isOver, () => (stage.dialog.value = 'kind'));
    case 'KeyL':
      return done(!isOver, () => logCall(face, null));
    case 'KeyC':
      return done(ticket.claim !== null && !isOver, () => (stage.dialog.value = 'claim'));
    case 'KeyY':
      return done(ticket.clinicProposal?.confirmed === null && !isOver, () => void desk.change('ConfirmClinic', request));
    case 'KeyP':
      return done(isHeld, () => (stage.dialog.value = 'transfer'));
    case 'KeyD':
      return done(isHeld, () => (stage.dialog.value = 'development'));
    case 'KeyU':
      return done(isHeld, () => (stage.dialog.value = 'remote'));
    default:
      return false;
  }
}

function done(may: boolean, action: () => unknown): boolean {
  if (may) action();
  return may;
}

/** The ticket below or above in the lists, mine first, as they are drawn. */
function leaf(step: 1 | -1, face: Face): boolean {
  const { desk } = face;
  const all = [...desk.mine.peek(), ...desk.queue.peek().items.map(({ ticket }) => ticket)];
  const at = all.findIndex(({ id }) => id === desk.openId.peek());
  const next = at < 0 ? (step > 0 ? all[0] : all.at(-1)) : all[at + step];
  if (next) look(face, next, false);
  return true;
}

function writeAs(mode: 'reply' | 'note', { stage }: Face): void {
  stage.mode.value = mode;
  stage.pane.value = 'talk';
  requestAnimationFrame(() => focus('.composer textarea'));
}

function toPane(pane: 'queue' | 'talk' | 'ticket', { stage }: Face): boolean {
  stage.pane.value = pane;
  requestAnimationFrame(() => focus({ queue: '.queue-pane .row, .take-next .button', talk: '.composer textarea, .log', ticket: '.details button, .details summary' }[pane]));
  return true;
}

function focus(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.focus();
}
