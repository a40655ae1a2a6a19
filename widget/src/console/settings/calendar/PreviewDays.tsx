import { useWords } from '../frame';
import { Table } from '../kit/Table';
import { longDay, wordsOf } from './dayWords';
import { calendarSpeech, type CalendarPreview, type CalendarYear } from './year';

const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);

/** The days that become another thing, and how many working days the year has then. */
export function PreviewDays({ before, preview: { days, year } }: { before: CalendarYear; preview: CalendarPreview }) {
  const w = useWords(calendarSpeech);
  const [was, becomes] = [sum(before.workingDays), sum(year.workingDays)];
  return (
    <>
      {before.decree !== year.decree && <p>{year.decree === null ? w.t('preview.noDecree') : w.t('preview.decree', { decree: year.decree })}</p>}
      <p>{days.length === 0 ? w.t('preview.noDays') : w.plural('preview.days', days.length)}</p>
      {was !== becomes && <p>{w.t('preview.workingDays', { was, becomes })}</p>}
      {days.length > 0 && (
        <Table
          caption={w.t('preview.daysTable')}
          rows={days}
          keyOf={({ date }) => date}
          columns={[
            { title: w.t('preview.day'), cell: ({ date }) => longDay(date, w.locale) },
            { title: w.t('preview.was'), cell: ({ date, before }) => wordsOf(date, before, w) },
            { title: w.t('preview.becomes'), cell: ({ date, after }) => wordsOf(date, after, w) },
          ]}
        />
      )}
    </>
  );
}
