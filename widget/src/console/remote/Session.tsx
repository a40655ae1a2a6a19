import { useSignal } from '@preact/signals';
import type { AgentTicket } from '../../contract/hubs';
import { messageTime } from '../../i18n/moscow';
import { useWords } from '../settings/frame';
import { api } from '../settings/kit/http';
import type { Access, Acts } from './Remote';
import { refusedWords, remoteSpeech } from './speech';

interface SessionProps {
  ticket: AgentTicket;
  remote: NonNullable<AgentTicket['remote']>;
  access: Access;
  acts: Acts;
  read(): void;
}

/** How the invitation stands, what one connects with, and what the agent says of it. */
export function Session({ ticket, remote, access, acts, read }: SessionProps) {
  const w = useWords(remoteSpeech);
  const { session, startedAt, consentedAt } = remote;
  const at = (time: string) => messageTime(new Date(time), w.locale, true);
  const say = (deed: string) => void acts.post(deed, { session });
  return (
    <>
      <p class="remote-state" role="status">
        {startedAt ? w.t('remote.state.started', { since: at(startedAt) }) : w.t(consentedAt ? 'remote.state.consented' : 'remote.state.invited')}
      </p>
      <p>{w.t('remote.for', { purpose: remote.purpose })}</p>
      <Connecting access={access} until={access.until === null ? '' : at(access.until)} />
      {access.code !== null && <Check ticket={ticket.id} />}
      <div class="actions">
        {startedAt === null && (
          <button type="button" class="button" disabled={consentedAt === null || acts.isBusy} onClick={() => say('/start')}>
            {w.t('remote.start')}
          </button>
        )}
        <button type="button" class={startedAt === null ? 'button quiet' : 'button'} disabled={acts.isBusy} onClick={() => say('/end')}>
          {w.t(startedAt === null ? 'remote.revoke' : 'remote.end')}
        </button>
        <button type="button" class="plain" onClick={read}>
          {w.t('remote.refresh')}
        </button>
      </div>
    </>
  );
}

function Connecting({ access, until }: { access: Access; until: string }) {
  const w = useWords(remoteSpeech);
  const { code, link, teamViewerId, password } = access;
  if (code === null && teamViewerId === null) return <p class="hint">{w.t('remote.none')}</p>;
  return (
    <>
      <dl class="remote-access">
        {code !== null && (
          <div>
            <dt>{w.t('remote.code')}</dt>
            <dd>
              <code>{code}</code>{' '}
              {link !== null && (
                <a href={link} target="_blank" rel="noopener noreferrer">
                  {w.t('remote.open')}
                </a>
              )}
            </dd>
          </div>
        )}
        {teamViewerId !== null && (
          <>
            <div>
              <dt>{w.t('remote.id')}</dt>
              <dd>
                <code>{teamViewerId}</code>
              </dd>
            </div>
            <div>
              <dt>{w.t('remote.password')}</dt>
              <dd>{password === null ? w.t('remote.password.none') : <code>{password}</code>}</dd>
            </div>
          </>
        )}
      </dl>
      <p class="hint">{w.t('remote.until', { until })}</p>
    </>
  );
}

/** TeamViewer is asked when the agent wants to know. */
function Check({ ticket }: { ticket: string }) {
  const w = useWords(remoteSpeech);
  const said = useSignal('');
  const isBusy = useSignal(false);
  const check = async () => {
    isBusy.value = true;
    said.value = await api.post<{ isOpen: boolean; isOnline: boolean }>(`/api/tickets/${ticket}/remote-support/check`).then(
      ({ isOpen, isOnline }) => w.t(isOpen ? (isOnline ? 'remote.check.online' : 'remote.check.offline') : 'remote.check.closed'),
      (error: unknown) => refusedWords(error, w),
    );
    isBusy.value = false;
  };
  return (
    <p>
      <button type="button" class="plain" disabled={isBusy.value} onClick={() => void check()}>
        {w.t('remote.check')}
      </button>{' '}
      <span role="status">{said.value}</span>
    </p>
  );
}
