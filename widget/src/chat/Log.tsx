import { Fragment } from 'preact';
import { dayKey, dayWords } from '../i18n/moscow';
import { Icon } from '../ui/icons';
import { useStickToBottom } from '../ui/useStickToBottom';
import { LetterBubble, MessageBubble } from './Bubble';
import { Empty } from './Empty';
import { useFace } from './face';

export function Log() {
  const { conversation, words, now } = useFace();
  const w = words.value;
  const messages = conversation.messages.value;
  const letters = conversation.letters.value;
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
            const sentAt = new Date(message.sentAt);
            const before = messages[at - 1];
            return (
              <Fragment key={message.sequence}>
                {(!before || dayKey(new Date(before.sentAt)) !== dayKey(sentAt)) && <li class="day">{dayWords(sentAt, new Date(now()), w.locale, names)}</li>}
                <MessageBubble message={message} isLastOwn={message.id === lastOwn} />
              </Fragment>
            );
          })}
          {letters.map((letter) => (
            <LetterBubble key={letter.id} letter={letter} />
          ))}
        </ol>
      </div>
      {isBehind && (
        <button type="button" class="button to-bottom" onClick={toBottom}>
          {w.t('new')} <Icon name="down" size={16} />
        </button>
      )}
    </div>
  );
}
