import { instantWords } from '../../../i18n/settings/dates';
import { useWords } from '../frame';
import { Table } from '../kit/Table';
import { calendarSpeech, type CalendarPreview } from './year';

/** Whose promise moves, from when to when. */
export function PreviewPromises({ preview: { promises, promisesTotal } }: { preview: CalendarPreview }) {
  const w = useWords(calendarSpeech);
  const more = promisesTotal - promises.length;
  return (
    <>
      <p class="preview-sum">{promisesTotal === 0 ? w.t('preview.noPromises') : w.plural('preview.promises', promisesTotal)}</p>
      {promises.length > 0 && (
        <Table
          caption={w.t('preview.promisesTable')}
          rows={promises}
          keyOf={({ ticket }) => ticket}
          columns={[
            { title: w.t('preview.ticket'), cell: ({ number }) => number },
            { title: w.t('preview.due'), cell: ({ due }) => instantWords(new Date(due), w.locale) },
            { title: w.t('preview.dueThen'), cell: ({ becomes }) => instantWords(new Date(becomes), w.locale) },
          ]}
        />
      )}
      {more > 0 && <p>{w.plural('preview.more', more)}</p>}
    </>
  );
}
