import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';
import { useFace, useOpenTicket } from '../face';
import { askedIn, type CannedReply, filled, found, gapIn, languageOf, repliesSpeech } from './reply';
import { List } from './List';
import { useReplies } from './useReplies';
import './canned.css';

interface CannedProps {
  box: RefObject<HTMLTextAreaElement>;
  text: string;
  write(text: string): void;
}

const shown = 8;

/**
 * The canned replies that `/` and some words ask for, above the box in which they are asked. The focus stays in the box,
 * which is still a text box: the list is the one that WAI-ARIA lets a text box control.
 */
export default function Canned({ box, text, write }: CannedProps) {
  const { desk, words } = useFace();
  const w = repliesSpeech(words.value.locale);
  const ticket = useOpenTicket()?.ticket;
  /** The slash at which the list was left. */
  const left = useSignal<number | null>(null);
  const at = useSignal(0);
  /** What is to be marked once the box has its new text. */
  const mark = useRef<[number, number] | null>(null);
  const id = useId();
  const asked = askedIn(text, box.current?.selectionStart ?? text.length);
  const isAsked = asked !== null && asked.from !== left.value;
  const known = useReplies(isAsked);
  const hits = known && isAsked ? found(known, asked.words).slice(0, shown) : [];
  const current = Math.min(at.value, hits.length - 1);
  const isOpen = hits.length > 0;
  const say = (reply: CannedReply) =>
    ticket ? filled(reply, { ticket, agent: desk.me.value?.name ?? '', wanted: languageOf(desk.open.value?.messages.value ?? []) }) : '';

  const choose = (reply: CannedReply | undefined) => {
    if (!reply || !asked) return;
    const given = say(reply);
    const gap = gapIn(given);
    const start = asked.from + (gap?.at ?? given.length);
    mark.current = [start, start + (gap?.length ?? 0)];
    at.value = 0;
    left.value = asked.from;
    write(text.slice(0, asked.from) + given + text.slice(asked.from + 1 + asked.words.length));
  };
  const press = (event: KeyboardEvent) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { ArrowDown: 1, ArrowUp: hits.length - 1 }[event.key];
    if (step !== undefined) at.value = (current + step) % hits.length;
    else if (event.key === 'Escape') left.value = asked?.from ?? null;
    else if (event.key === 'Enter' && !event.shiftKey) choose(hits[current]);
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  useEffect(() => {
    if (!asked) left.value = null;
    at.value = 0;
  }, [asked?.from, asked?.words]);
  useLayoutEffect(() => {
    const marked = mark.current;
    mark.current = null;
    if (!marked || !box.current) return;
    box.current.focus();
    box.current.setSelectionRange(...marked);
  }, [text]);
  useLayoutEffect(() => {
    const area = box.current;
    if (!area || !isOpen) return;
    const leave = () => (left.value = asked?.from ?? null);
    // Before the box's own handler, for which Enter sends.
    area.addEventListener('keydown', press, { capture: true });
    area.addEventListener('blur', leave);
    return () => {
      area.removeEventListener('keydown', press, { capture: true });
      area.removeEventListener('blur', leave);
    };
  });
  useLayoutEffect(() => {
    if (isOpen) document.getElementById(`${id}-${current}`)?.scrollIntoView?.({ block: 'nearest' });
    return tie(box.current, isOpen ? { 'aria-autocomplete': 'list', 'aria-haspopup': 'listbox', 'aria-controls': id, 'aria-activedescendant': `${id}-${current}` } : {});
  }, [isOpen, current, id]);

  return (
    <>
      <p class="visually-hidden" role="status">
        {isOpen ? w.plural('found', hits.length) : ''}
      </p>
      {isOpen && <List id={id} hits={hits} current={current} say={say} choose={choose} w={w} />}
      {isAsked && known?.length === 0 && (
        <p class="canned canned-none">
          {w.t('replies.none')} <a href="#settings/replies">{w.t('replies.add')}</a>
        </p>
      )}
      <p class="canned-gap" role="status">
        {gapIn(text) ? w.t('replies.gap') : ''}
      </p>
    </>
  );
}

/** Gives an element attributes; what is returned takes them back. */
function tie(element: HTMLElement | null, attributes: Readonly<Record<string, string>>): () => void {
  for (const [name, value] of Object.entries(attributes)) element?.setAttribute(name, value);
  return () => Object.keys(attributes).forEach((name) => element?.removeAttribute(name));
}
