import { Fragment } from 'preact';
import type { Message } from '../contract/hubs';
import { dayKey, dayWords } from '../i18n/moscow';
import { Icon } from '../ui/icons';
import { useStickToBottom } from '../ui/useStickToBottom';
import { LetterBubble, MessageBubble } from './Bubble';
import { Empty } from './Empty';
import { useFace } from './face';
import { Typist } from './Typist';
import { view } from './view';

/** Messages of one writer stand together when no more than this lies between them. */
const together = 5 * 60_000;

export const Log = view(() => {
  const { conversation, words, now } = useFace();
  const w = words;
  const messages = conversation.messages.value;
  const letters = conversation.letters.value;
  const readTo = conversation.attention.readByStaff.value;
  const isConnected = conversation.link.value === 'open';
  const { list, isBehind, toBottom } = useStickToBottom(messages.at(-1)?.sequence ?? 0, letters.length, messages[0]?.sequence ?? 0);
  const lastOwn = messages.findLast((message) => message.author === 'Visitor')?.id;
  const names = { today: w.t('day.today'), yesterday: w.t('day.yesterday') };
  const isQuiet = !conversation.isLoaded.value || conversation.isLoadingOlder.value;
  return (
    <div class="log-frame">
      <div class="log" ref={list} role="log" tabIndex={0} aria-label={w.t('log')} aria-live={isQuiet ? 'off' : 'polite'}>
        {conversation.hasOlder.value && (
          <button type="button" class="button quiet older" disabled={conversation.isLoadingOlder.value} onClick={() => void conversation.loadOlder()}>
            {w.t('older')}
          </button>
        )}
        {conversation.isLoaded.value && messages.length + letters.length === 0 && <Empty />}
        <ol>
          {messages.map((message, at) => {
            const before = messages[at - 1];
            const isNewDay = !before || dayKey(new Date(before.sentAt)) !== dayKey(new Date(message.sentAt));
            return (
              <Fragment key={message.sequence}>
                {isNewDay && <li class="day">{dayWords(new Date(message.sentAt), new Date(now()), w.locale, names)}</li>}
                <MessageBubble message={message} follows={!isNewDay && follows(before, message)} isLastOwn={message.id === lastOwn} isRead={message.sequence <= readTo} />
              </Fragment>
            );
          })}
          {letters.map((letter) => (
            <LetterBubble key={letter.id} letter={letter} isConnected={isConnected} />
          ))}
        </ol>
      </div>
      <Typist />
      {isBehind && (
        <button type="button" class="button to-bottom" onClick={toBottom}>
          {w.t('new')} <Icon name="down" size={16} />
        </button>
      )}
    </div>
  );
});

function follows(before: Message, message: Message): boolean {
  const isSameWriter = before.author !== null && before.author === message.author && before.authorName === message.authorName;
  return isSameWriter && before.text !== null && Date.parse(message.sentAt) - Date.parse(before.sentAt) <= together;
}
