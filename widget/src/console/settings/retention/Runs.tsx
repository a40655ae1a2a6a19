import { instantWords } from '../../../i18n/settings/dates';
import { useWords } from '../frame';
import { Table } from '../kit/Table';
import { countWords, retentionSpeech, type Run } from './retention';

/** What has gone, the latest first. */
export function Runs({ runs }: { runs: readonly Run[] }) {
  const w = useWords(retentionSpeech);
  const at = ({ startedAt, finishedAt }: Run) => {
    const when = instantWords(new Date(startedAt), w.locale);
    return finishedAt === null ? w.t('retention.unfinished', { at: when }) : when;
  };
  return (
    <section class="page-part" aria-labelledby="retention-runs">
      <h3 id="retention-runs">{w.t('retention.runs')}</h3>
      {runs.length === 0 ? (
        <p class="nothing">{w.t('retention.runs.none')}</p>
      ) : (
        <Table
          caption={w.t('retention.runs')}
          rows={runs}
          keyOf={({ id }) => id}
          columns={[
            { title: w.t('retention.at'), cell: at },
            { title: w.t('retention.preview.conversations'), cell: ({ conversations }) => countWords(conversations, w) },
            { title: w.t('retention.preview.audit'), cell: ({ auditLines }) => countWords(auditLines, w) },
            { title: w.t('retention.preview.technical'), cell: ({ technical }) => countWords(technical, w) },
          ]}
        />
      )}
    </section>
  );
}
