import { useSignal } from '@preact/signals';
import { instantWords } from '../../../i18n/settings/dates';
import { useWords } from '../frame';
import { api, troubleWords } from '../kit/http';
import { Table } from '../kit/Table';
import { type HeldBack, mailSpeech } from './mail';

/** Mails that became no message: nothing of them is dropped in silence, and a person may find that a person wrote one. */
export function HeldBackMails({ mails, days, reload }: { mails: readonly HeldBack[]; days: number; reload(): void }) {
  const w = useWords(mailSpeech);
  const trouble = useSignal<string | null>(null);
  const open = async (id: string) => {
    try {
      location.hash = `ticket/${(await api.post<{ ticket: string }>(`/api/mail/held-back/${id}/open`)).ticket}`;
    } catch (error) {
      trouble.value = troubleWords(error, w, true);
      reload();
    }
  };
  const dismiss = (id: string) => void api.post(`/api/mail/held-back/${id}/dismiss`).finally(reload);
  return (
    <section class="page-part" aria-labelledby="mail-held">
      <h3 id="mail-held">{w.t('mail.held')}</h3>
      <p class="hint">{w.t('mail.held.about', { n: days })}</p>
      <div role="alert">{trouble.value !== null && <p class="trouble">{trouble.value}</p>}</div>
      {mails.length === 0 ? (
        <p class="nothing">{w.t('mail.held.none')}</p>
      ) : (
        <Table
          caption={w.t('mail.held')}
          rows={mails}
          keyOf={({ id }) => id}
          columns={[
            { title: w.t('mail.at'), cell: ({ at }) => instantWords(new Date(at), w.locale) },
            { title: w.t('mail.from'), cell: ({ from }) => from ?? '—' },
            {
              title: w.t('mail.subject'),
              cell: ({ subject, original }) => (original === null ? (subject ?? '—') : <a href={`/api/attachments/${original}`}>{subject || w.t('mail.subject.none')}</a>),
            },
            { title: w.t('mail.why'), cell: ({ reason }) => w.t(`held.${reason}` as 'held.AutoReply') },
            {
              title: w.t('mail.ticket'),
              cell: ({ id, ticket, from, original }) => (
                <div class="held-deeds">
                  {ticket !== null && <a href={`#ticket/${ticket}`}>{w.t('mail.held.open')}</a>}
                  {original !== null && (
                    <button type="button" class="button quiet" aria-label={w.t('mail.held.person.of', { from: from ?? '' })} onClick={() => void open(id)}>
                      {w.t('mail.held.person')}
                    </button>
                  )}
                  <button type="button" class="button quiet" aria-label={w.t('mail.held.dismiss.of', { from: from ?? '' })} onClick={() => dismiss(id)}>
                    {w.t('mail.held.dismiss')}
                  </button>
                </div>
              ),
            },
          ]}
        />
      )}
    </section>
  );
}
