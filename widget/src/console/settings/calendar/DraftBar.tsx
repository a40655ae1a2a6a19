import { useWords } from '../frame';
import { dayMonth } from './dayWords';
import type { DraftState } from './draft';
import { calendarSpeech } from './year';

/** What waits to be looked over and saved, always in sight. */
export function DraftBar({ draft: { days, file, decree, clear }, next }: { draft: DraftState; next(): void }) {
  const w = useWords(calendarSpeech);
  const parts = [file?.name, decree !== null && w.t('draft.decree'), days.length > 0 && w.plural('draft.days', days.length)].filter(Boolean).join(', ');
  const dates = days.map(({ date }) => dayMonth(date, w.locale, Number(date.slice(0, 4)))).join(', ');
  return (
    <section class="draft-bar" aria-label={w.t('draft')}>
      <p role="status">
        <strong>{w.t('draft.unsaved', { parts })}</strong> {days.length < 6 && dates}
      </p>
      <button type="button" class="button" onClick={next}>
        {w.t('calendar.preview')}
      </button>
      <button type="button" class="button quiet" onClick={clear}>
        {w.t('draft.clear')}
      </button>
    </section>
  );
}
