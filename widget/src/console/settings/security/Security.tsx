import { useWords } from '../frame';
import { api } from '../kit/http';
import { Loaded } from '../kit/Loaded';
import { Page } from '../kit/Page';
import { type Session, Sessions, securitySpeech } from '../kit/Sessions';
import { useResource } from '../kit/useResource';
import { Passkeys } from './Passkeys';
import { PasswordPart } from './PasswordPart';
import './security.css';
import { TotpPart } from './TotpPart';

export interface MySecurity {
  email: string;
  signIn: { passwordSetAt: string | null; totp: boolean; passkeys: number; recoveryCodes: number };
  passkeys: readonly { id: string; name: string; createdAt: string }[];
}

/** How one signs in oneself, and where one is signed in. */
export default function Security() {
  const w = useWords(securitySpeech);
  const mine = useResource<MySecurity>('/api/account/security');
  const sessions = useResource<Session[]>('/api/account/sessions');
  const changed = () => {
    mine.reload();
    sessions.reload();
  };
  return (
    <Page title={w.t('screen.security')} about={w.t('security.about')}>
      <Loaded of={mine}>
        {(value) => (
          <>
            <PasswordPart security={value} changed={changed} />
            <TotpPart security={value} changed={changed} />
            <Passkeys security={value} changed={changed} />
          </>
        )}
      </Loaded>
      <section class="page-part" aria-labelledby="security-sessions">
        <h3 id="security-sessions">{w.t('security.sessions')}</h3>
        <Loaded of={sessions}>{(list) => <Sessions sessions={list} end={(session) => void api.post(`/api/account/sessions/${session.id}/end`).finally(sessions.reload)} />}</Loaded>
      </section>
    </Page>
  );
}

