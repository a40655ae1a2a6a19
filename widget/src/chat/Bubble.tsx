import type { Message } from '../contract/hubs';
import type { Letter } from '../core/outbox';
import type { ChatWords } from '../i18n/chat';
import { messageTime } from '../i18n/moscow';
import { Icon } from '../ui/icons';
import { RichText } from '../ui/RichText';
import { useFace } from './face';

export function MessageBubble({ message, isLastOwn }: { message: Message; isLastOwn: boolean }) {
  const w = useFace().words.value;
  if (message.text === null) return <Notice message={message} />;
  const isOwn = message.author === 'Visitor';
  const name = isOwn ? w.t('you') : (message.authorName ?? w.t('support'));
  return (
    <li class={`bubble ${isOwn ? 'own' : 'theirs'}`} data-testid="message" data-author={isOwn ? 'visitor' : 'agent'}>
      <span class={isOwn ? 'visually-hidden' : 'author'}>{name}</span>
      <RichText text={message.text} />
      <span class="foot">
        <time dateTime={message.sentAt}>{messageTime(new Date(message.sentAt), w.locale)}</time>
        {isLastOwn && <span class="state"> · {w.t('letter.saved')}</span>}
      </span>
    </li>
  );
}

function Notice({ message }: { message: Message }) {
  const w = useFace().words.value;
  if (!message.notice) return null;
  return <li class={`notice ${message.notice}`}>{w.t(`notice.${message.notice}`, { number: message.ticketNumber ?? '' })}</li>;
}

/** A message of one's own that is not in the log yet. */
export function LetterBubble({ letter }: { letter: Letter<string> }) {
  const { words, conversation } = useFace();
  const w = words.value;
  return (
    <li class={`bubble own ${letter.state}`} data-testid="message" data-author="visitor" data-state={letter.state}>
      <span class="visually-hidden">{w.t('you')}</span>
      <RichText text={letter.body} />
      <span class="foot">
        <Icon name={letter.state === 'failed' ? 'alert' : 'clock'} size={13} />
        <span class="state">{letterWords(letter, conversation.link.value === 'open', w)}</span>
      </span>
      {letter.state === 'failed' && (
        <span class="failure" role="alert">
          {w.or(`refusal.${letter.code ?? ''}`, 'refusal.unknown', { code: letter.code ?? '' })}
          <button type="button" class="plain" onClick={() => conversation.retry(letter.id)}>
            {w.t('retry')}
          </button>
          <button type="button" class="plain" onClick={() => conversation.discard(letter.id)}>
            {w.t('letter.discard')}
          </button>
        </span>
      )}
    </li>
  );
}

/** Without a connection nothing is being sent, and the panel does not pretend that it is. */
function letterWords(letter: Letter<string>, isConnected: boolean, w: ChatWords): string {
  return letter.state === 'waiting' && !isConnected ? w.t('letter.offline') : w.t(`letter.${letter.state}`);
}
