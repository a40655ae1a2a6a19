import { instantWords } from '../../../i18n/settings/dates';
import { useWords } from '../frame';
import { api } from '../kit/http';
import { Table } from '../kit/Table';
import { alarmSpeech, type Delivery, reasonWords } from './alarm';

/** What the other program has not been told yet, and why. */
export function Deliveries({ deliveries, reload }: { deliveries: readonly Delivery[]; reload(): void }) {
  const w = useWords(alarmSpeech);
  const at = (instant: string) => instantWords(new Date(instant), w.locale);
  const resend = (id: string) => void api.post(`/api/deliveries/${id}/resend`).finally(reload);
  return (
    <section class="page-part" aria-labelledby="alarm-deliveries">
      <h3 id="alarm-deliveries">{w.t('alarms.deliveries')}</h3>
      {deliveries.length === 0 ? (
        <p class="nothing">{w.t('alarms.deliveries.none')}</p>
      ) : (
        <Table
          caption={w.t('alarms.deliveries')}
          rows={deliveries}
          keyOf={({ id }) => id}
          columns={[
            { title: w.t('alarms.number'), cell: ({ number }) => number },
            { title: w.t('alarms.tries'), cell: ({ tries }) => tries },
            { title: w.t('alarms.reason'), cell: ({ reason }) => (reason === null ? '—' : reasonWords(reason, w)) },
            {
              title: w.t('alarms.next'),
              cell: ({ id, number, due, parkedAt }) =>
                parkedAt === null ? (
                  w.t('alarms.next.at', { at: at(due) })
                ) : (
                  <>
                    {w.t('alarms.next.parked', { at: at(parkedAt) })}{' '}
                    <button type="button" class="button quiet" aria-label={w.t('alarms.resend.of', { number })} onClick={() => resend(id)}>
                      {w.t('alarms.resend')}
                    </button>
                  </>
                ),
            },
          ]}
        />
      )}
    </section>
  );
}
