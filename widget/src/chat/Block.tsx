import { Fragment } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Message } from '../contract/hubs';
import { dayKey, dayWords } from '../i18n/moscow';
import { MessageBubble } from './Bubble';
import { useFace } from './face';
import { view } from './view';

/** Messages of one writer stand together when no more than this lies between them. */
const together = 5 * 60_000;
const size = 50;

export interface Run {
  key: number;
  messages: Message[];
  /** The one before the first. */
  before: Message | undefined;
}

/** Cut at fixed sequences: an older page before them moves no cut. */
export function runs(messages: readonly Message[]): Run[] {
  const found: Run[] = [];
  messages.forEach((message, at) => {
    const key = Math.floor(message.sequence / size);
    if (found.at(-1)?.key === key) found.at(-1)?.messages.push(message);
    else found.push({ key, messages: [message], before: messages[at - 1] });
  });
  return found;
}

/**
 * Messages that are in the document while they are near the view, and a gap of their very height while they are not. Only the
 * last one's news are read out: what comes back on scrolling is none.
 */
export const Block = view(({ run: { messages, before }, isLast, lastOwn }: { run: Run; isLast: boolean; lastOwn: string | undefined }) => {
  const { conversation, words, now } = useFace();
  const readTo = conversation.attention.readByStaff.value;
  const box = useRef<HTMLOListElement>(null);
  const [gap, setGap] = useState(0);
  useEffect(() => {
    const list = box.current as HTMLOListElement;
    const near = new IntersectionObserver((seen) => seen.forEach((entry) => setGap(entry.isIntersecting ? 0 : entry.boundingClientRect.height)), {
      root: list.parentElement,
      rootMargin: '1500px 0px',
    });
    near.observe(list);
    return () => near.disconnect();
  }, []);
  const isShown = isLast || gap === 0;
  const names = { today: words.t('day.today'), yesterday: words.t('day.yesterday') };
  return (
    <ol ref={box} style={isShown ? '' : `height:${gap}px`} aria-live={isLast ? undefined : 'off'}>
      {isShown &&
        messages.map((message, at) => {
          const previous = messages[at - 1] ?? before;
          const isNewDay = !previous || dayKey(new Date(previous.sentAt)) !== dayKey(new Date(message.sentAt));
          return (
            <Fragment key={message.sequence}>
              {isNewDay && <li class="day">{dayWords(new Date(message.sentAt), new Date(now()), words.locale, names)}</li>}
              <MessageBubble message={message} follows={!isNewDay && follows(previous, message)} isLastOwn={message.id === lastOwn} isRead={message.sequence <= readTo} />
            </Fragment>
          );
        })}
    </ol>
  );
});

function follows(before: Message, message: Message): boolean {
  const isSameWriter = before.author !== null && before.author === message.author && before.authorName === message.authorName;
  return isSameWriter && before.text !== null && Date.parse(message.sentAt) - Date.parse(before.sentAt) <= together;
}
