import { useSignal } from '@preact/signals';
import { useWords } from '../frame';
import { DayDialog } from './DayDialog';
import { asDay, type DraftState } from './draft';
import { Legend } from './Legend';
import { Month } from './Month';
import { useDayGrid } from './useDayGrid';
import { calendarSpeech, type CalendarYear, ordinary } from './year';

interface YearProps {
  year: CalendarYear;
  draft: DraftState;
  today: string;
  mayChange: boolean;
}

/** The whole year. Edits that are not saved yet are shown, and marked. */
export function YearView({ year, draft, today, mayChange }: YearProps) {
  const w = useWords(calendarSpeech);
  const looked = useSignal<string | null>(null);
  const grid = useDayGrid(year.year, today);
  const edited = new Map(draft.days.map((edit) => [edit.date, asDay(edit, w.locale)]));
  const days = new Map(year.days.map((day) => [day.date, day]));
  const dayOn = (date: string) => edited.get(date) ?? days.get(date) ?? ordinary(date);
  const total = year.workingDays.reduce((sum, count) => sum + count, 0);
  return (
    <>
      {year.decree === null ? (
        <div class="provisional" role="note">
          <strong>{w.t('calendar.provisional', { year: year.year })}</strong>
          <p>{w.t(mayChange ? 'calendar.provisional.what' : 'calendar.provisional.ask')}</p>
        </div>
      ) : (
        <p class="decree">{year.decree}</p>
      )}
      <p class="year-sum">{w.plural('calendar.workingDays', total)}</p>
      <Legend />
      {mayChange && <p class="hint">{w.t('calendar.how')}</p>}
      <div class="year" ref={grid.box} onKeyDown={grid.press}>
        {year.workingDays.map((count, at) => (
          <Month
            key={at}
            year={year.year}
            month={at + 1}
            workingDays={count}
            dayOn={dayOn}
            isEdited={(date) => edited.has(date)}
            today={today}
            reached={grid.reached}
            open={(date) => {
              grid.reach(date);
              looked.value = date;
            }}
          />
        ))}
      </div>
      {looked.value !== null && (
        <DayDialog day={dayOn(looked.value)} draft={draft} mayChange={mayChange} left={() => (looked.value = null)} />
      )}
    </>
  );
}
