import { instantWords } from '../../../i18n/settings/dates';
import { linkTo } from '../address';
import { useWords } from '../frame';
import { api } from '../kit/http';
import { type Attempt, failureWords, type KeptMailbox, mailSpeech } from './mail';
import './mail.css';

/** How one mailbox does, each way: last success, last error in words, what to do. */
export function Health({ kept, isAdministrator, reload }: { kept: KeptMailbox; isAdministrator: boolean; reload(): void }) {
  const w = useWords(mailSpeech);
  const { mailbox, version } = kept;
  const pause = () =>
    void api
      .put(`/api/mail/mailboxes/${mailbox.id}`, { ...mailbox, handOver: mailbox.handOverHint !== null, newHandOver: false, isPaused: !mailbox.isPaused, version })
      .finally(reload);
  return (
    <section class="page-part mailbox" aria-labelledby={`mailbox-${mailbox.id}`} data-testid="mailbox">
      <header class="part-head">
        <h3 id={`mailbox-${mailbox.id}`}>{mailbox.address}</h3>
        {mailbox.isPaused && <span class="chip">{w.t('mail.paused')}</span>}
        {isAdministrator && (
          <span class="part-deeds">
            <button type="button" class="button quiet" onClick={pause}>
              {w.t(mailbox.isPaused ? 'mail.goOn' : 'mail.pause')}
            </button>
            <a class="button quiet" href={linkTo('mail', mailbox.id)}>
              {w.t('mail.edit')}
            </a>
          </span>
        )}
      </header>
      <dl class="mailbox-ways">
        <Way name={w.t('mail.incoming')} has={mailbox.incoming !== null} none={w.t(mailbox.handOverHint === null ? 'mail.incoming.none' : 'mail.incoming.handOver')} attempt={kept.incoming} />
        <Way name={w.t('mail.outgoing')} has={mailbox.outgoing !== null} none={w.t('mail.outgoing.none')} attempt={kept.outgoing} />
      </dl>
    </section>
  );
}

function Way({ name, has, none, attempt }: { name: string; has: boolean; none: string; attempt: Attempt | null }) {
  const w = useWords(mailSpeech);
  const at = (instant: string) => instantWords(new Date(instant), w.locale);
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {!has && none}
        {has && attempt === null && w.t('mail.untried')}
        {has && attempt && (
          <>
            {attempt.code !== null && attempt.failedAt !== null && (
              <p class="trouble">
                {w.t('mail.failed', { at: at(attempt.failedAt), why: failureWords(attempt.code, w) })}
                {attempt.words && <small>{w.t('mail.said', { words: attempt.words })}</small>}
              </p>
            )}
            <p>{attempt.workedAt === null ? w.t('mail.neverWorked') : w.t('mail.worked', { at: at(attempt.workedAt) })}</p>
          </>
        )}
      </dd>
    </div>
  );
}
