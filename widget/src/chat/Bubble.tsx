import type { Message } from '../contract/hubs';
import type { Letter } from '../core/outbox';
import type { ChatWords } from '../i18n/chat';
import { messageTime } from '../i18n/moscow';
import { Icon } from '../ui/icons';
import type { Written } from './conversation';
import { Extra } from './extras';
import { useFace } from './face';
import { Said } from './Said';

interface MessageProps {
  message: Message;
  /** Of the same writer as the one before, and soon after it. */
  follows: boolean;
  isLastOwn: boolean;
  isRead: boolean;
}

export function MessageBubble({ message, follows, isLastOwn, isRead }: MessageProps) {
  const w = useFace().words;
  if (message.text === null || message.notice !== null) return <Notice message={message} />;
  const isOwn = message.author === 'Visitor';
  const name = isOwn ? w.t('you') : (message.authorName ?? w.t('support'));
  return (
    // One's own words are no news: they are not read out when they come back from the server.
    <li class={`bubble ${isOwn ? 'own' : 'theirs'}${follows ? ' follows' : ''}`} aria-live={isOwn ? 'off' : undefined} data-testid="message" data-id={message.id} data-author={isOwn ? 'visitor' : 'agent'}>
      <span class={isOwn || follows ? 'visually-hidden' : 'author'}>{name}</span>
      {message.replyTo && <Extra of="Quoted" id={message.replyTo} />}
      <Said text={message.text} files={message.attachments} />
      <span class="foot">
        <time dateTime={message.sentAt}>{messageTime(new Date(message.sentAt), w.locale)}</time>
        {isOwn && <Delivery isRead={isRead} isLastOwn={isLastOwn} />}
        <Extra of="QuoteThis" message={message} />
      </span>
    </li>
  );
}

/** Every own message has its ticks; words stand under the last. */
function Delivery({ isRead, isLastOwn }: { isRead: boolean; isLastOwn: boolean }) {
  const { words } = useFace();
  const state = isRead ? 'read' : 'saved';
  return (
    <span class={`delivery ${state}`} data-state={state}>
      <Icon name={state === 'read' ? 'checks' : 'check'} size={14} />
      <span class={isLastOwn ? 'state' : 'visually-hidden'}>{words.t(`letter.${state}`)}</span>
    </span>
  );
}

/** What became of a ticket, and why where an agent said it. */
function Notice({ message }: { message: Message }) {
  const { notice, ticketNumber, text, remote } = message;
  const told = useFace().words.find(`notice.${notice}`, { number: ticketNumber ?? '' });
  if (remote) return <Extra of="Remote" message={message} />;
  if (told === null) return <Extra of="News" message={message} />;
  return (
    <li class={`notice ${notice}`}>
      {told} {text && <Said text={text} />}
    </li>
  );
}

/** A message of one's own that is not in the log yet. */
export function LetterBubble({ letter, isConnected }: { letter: Letter<Written>; isConnected: boolean }) {
  const w = useFace().words;
  return (
    <li class={`bubble own ${letter.state}`} aria-live="off" data-testid="message" data-author="visitor" data-state={letter.state}>
      <span class="visually-hidden">{w.t('you')}</span>
      {letter.body.replyTo && <Extra of="Quoted" id={letter.body.replyTo} />}
      <Said {...letter.body} />
      <span class="foot">
        <Icon name={letter.state === 'failed' ? 'alert' : 'clock'} size={13} />
        <span class="state">{letterWords(letter, isConnected, w)}</span>
      </span>
      {letter.state === 'failed' && <Extra of="Failed" letter={letter} />}
    </li>
  );
}

/** Without a connection nothing is being sent, and the panel does not pretend that it is. */
function letterWords(letter: Letter<Written>, isConnected: boolean, w: ChatWords): string {
  return letter.state === 'waiting' && !isConnected ? w.t('letter.offline') : w.t(`letter.${letter.state}`);
}
