import { dayKey, dayWords, messageTime } from '../i18n/moscow';
import { eventWords } from './eventWords';
import { useFace } from './face';

/** Everything that happened to the ticket, newest first: who, when, and what followed from it. */
export function History() {
  const { desk, words, now } = useFace();
  const w = words.value;
  const events = [...(desk.open.value?.events.value ?? [])].filter(({ type }) => type !== 'NoteWritten').reverse();
  return (
    <details class="history" open>
      <summary>{w.t('history')}</summary>
      <ol>
        {events.map((event, at) => {
          const day = new Date(event.at);
          const before = events[at - 1];
          const isNewDay = !before || dayKey(new Date(before.at), true) !== dayKey(day, true);
          return (
            <li key={event.sequence} class={event.missed ? 'missed' : undefined}>
              {isNewDay && <p class="history-day">{dayWords(day, new Date(now.peek()), w.locale, { today: w.t('day.today'), yesterday: w.t('day.yesterday') }, true)}</p>}
              <time dateTime={event.at}>{messageTime(day, w.locale, true)}</time>
              <span>{eventWords(event, w)}</span>
            </li>
          );
        })}
      </ol>
    </details>
  );
}
