import { instantWords } from '../../../i18n/settings/dates';
import { useWords } from '../frame';
import { api } from '../kit/http';
import { Table } from '../kit/Table';
import { type Integration, integrationSpeech, nameOf, reasonWords } from './integrations';

/** What has not reached a program, and why; what was given up on can be sent again. */
export function WaitingDeliveries({ of: { name, waiting }, reload }: { of: Integration; reload(): void }) {
  const w = useWords(integrationSpeech);
  const at = (instant: string) => instantWords(new Date(instant), w.locale);
  const resend = (id: string) => void api.post(`/api/deliveries/${id}/resend`).finally(reload);
  return (
    <Table
      caption={w.t('integrations.waiting', { name: nameOf(name, w) })}
      rows={waiting}
      keyOf={({ id }) => id}
      columns={[
        {
          title: w.t('integrations.next'),
          // What is paused waits for somebody, not for a time.
          cell: ({ id, due, parkedAt, reason }) =>
            reason === 'Paused' ? (
              '—'
            ) : parkedAt === null ? (
              w.t('integrations.next.at', { at: at(due) })
            ) : (
              <>
                {w.t('integrations.next.parked', { at: at(parkedAt) })}{' '}
                <button type="button" class="button quiet" onClick={() => resend(id)}>
                  {w.t('integrations.resend')}
                </button>
              </>
            ),
        },
        { title: w.t('integrations.tries'), cell: ({ tries }) => tries, isNumber: true },
        { title: w.t('integrations.reason'), cell: ({ reason }) => (reason === null ? '—' : reasonWords(reason, w)) },
      ]}
    />
  );
}
