import { instantWords } from '../../../i18n/settings/dates';
import { useWords } from '../frame';
import { api } from '../kit/http';
import { Table } from '../kit/Table';
import { failureWords, mailSpeech, type Unsent } from './mail';

/** What is paused waits for somebody, not for a time. */
const paused = 'mailbox-paused';

/** What has not left yet, and why. */
export function UnsentMails({ letters, reload }: { letters: readonly Unsent[]; reload(): void }) {
  const w = useWords(mailSpeech);
  const at = (instant: string) => instantWords(new Date(instant), w.locale);
  const resend = (id: string) => void api.post(`/api/deliveries/${id}/resend`).finally(reload);
  return (
    <section class="page-part" aria-labelledby="mail-unsent">
      <h3 id="mail-unsent">{w.t('mail.unsent')}</h3>
      {letters.length === 0 ? (
        <p class="nothing">{w.t('mail.unsent.none')}</p>
      ) : (
        <Table
          caption={w.t('mail.unsent')}
          rows={letters}
          keyOf={({ id }) => id}
          columns={[
            { title: w.t('mail.ticket'), cell: ({ ticket, number }) => <a href={`#ticket/${ticket}`}>{number}</a> },
            { title: w.t('mail.kind'), cell: ({ kind }) => w.t(`kind.${kind}`) },
            { title: w.t('mail.why'), cell: ({ reason }) => (reason === null ? '—' : failureWords(reason, w)) },
            {
              title: w.t('mail.next'),
              cell: ({ id, number, due, parkedAt, reason }) =>
                reason === paused ? (
                  '—'
                ) : parkedAt === null ? (
                  w.t('mail.next.at', { at: at(due) })
                ) : (
                  <>
                    {w.t('mail.next.parked', { at: at(parkedAt) })}{' '}
                    <button type="button" class="button quiet" aria-label={w.t('mail.resend.of', { number })} onClick={() => resend(id)}>
                      {w.t('mail.resend')}
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
