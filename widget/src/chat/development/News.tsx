import { useEffect, useRef, useState } from 'preact/hooks';
import type { Message } from '../../contract/hubs';
import { Refused } from '../../core/refused';
import en from '../../i18n/panel/news.en.json';
import ru from '../../i18n/panel/news.ru.json';
import { addStyles, partWords } from '../../ui/part';
import { refusalWords } from '../extras/refusals';
import { useFace } from '../face';
import { Said } from '../Said';
import { view } from '../view';
import styles from './news.css?inline';

addStyles(styles);

const near = 80;

/** It is drawn a moment after the log went to its end: whoever is there stays there. */
function toEnd(item: HTMLElement | null): void {
  const log = item?.closest('.log');
  if (item && log && log.scrollHeight - log.scrollTop - log.clientHeight < item.offsetHeight + near) log.scrollTop = log.scrollHeight;
}

/** What we tell of a ticket by ourselves; of a version that came out, the question whether it helped. */
export const News = view(({ message }: { message: Message }) => {
  const { conversation, words, openings } = useFace();
  const w = partWords(words.locale, ru, en);
  const [refused, setRefused] = useState('');
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => toEnd(item.current), []);
  const { said, notice, ticketNumber, sequence } = message;
  if (!said) return null;
  const isAnswered = conversation.messages.value.some((later) => later.sequence > sequence && later.ticketNumber === ticketNumber && ['NewVersion', 'Resolved', 'Reopened'].includes(later.notice ?? ''));
  const isOff = conversation.link.value !== 'open';
  const answer = (helped: boolean) => {
    setRefused('');
    void conversation.say('Helped', { helped, ticket: ticketNumber }).then(
      () => void (helped || openings.value++),
      (error: unknown) => setRefused(error instanceof Refused ? error.code : 'internal'),
    );
  };
  return (
    <li ref={item} class="notice news">
      <Said text={words.locale === 'en' ? said.english : said.russian} />
      {notice === 'NewVersion' && !isAnswered && (
        <p class="news-ask">
          {w.t('ask')}
          <button type="button" class="button" disabled={isOff} onClick={() => answer(true)}>
            {w.t('yes')}
          </button>
          <button type="button" class="button quiet" disabled={isOff} onClick={() => answer(false)}>
            {w.t('no')}
          </button>
        </p>
      )}
      <p class="failure" role="alert">
        {refused && (w.find(`refusal.${refused}`) ?? refusalWords(words.locale, refused))}
      </p>
    </li>
  );
});
