import { useSignal } from '@preact/signals';
import { useWords } from '../frame';
import { api } from '../kit/http';
import { Once } from '../kit/Once';
import { securitySpeech } from '../kit/Sessions';
import { AgainForm } from './AgainForm';
import type { MySecurity } from './Security';
import { type TotpOffer, TotpSetUp } from './TotpSetUp';

type Step = 'begin' | 'remove' | 'renew' | TotpOffer | null;

/** The authenticator app: set up, given up, and the codes that stand in for it. */
export function TotpPart({ security, changed }: { security: MySecurity; changed(): void }) {
  const w = useWords(securitySpeech);
  const step = useSignal<Step>(null);
  const codes = useSignal<readonly string[] | null>(null);
  const { totp, recoveryCodes } = security.signIn;
  const leave = () => (step.value = null);
  const done = () => {
    leave();
    changed();
  };
  const given = (answer: { codes: string[] }) => {
    codes.value = answer.codes;
    done();
  };
  const at = step.value;
  return (
    <section class="page-part" aria-labelledby="security-totp">
      <h3 id="security-totp">{w.t('security.totp')}</h3>
      <p class="page-about">{totp ? w.t('security.totp.on', { count: recoveryCodes }) : w.t('security.totp.off')}</p>
      {at === null && (
        <div class="form-foot">
          {!totp && <Begin words={w.t('security.totp.begin')} begin={() => (step.value = 'begin')} />}
          {totp && <Begin words={w.t('security.renew')} begin={() => (step.value = 'renew')} />}
          {totp && <Begin words={w.t('security.totp.remove')} begin={() => (step.value = 'remove')} />}
        </div>
      )}
      {at === 'begin' && <AgainForm save={w.t('security.totp.begin')} left={leave} send={(password) => api.post<TotpOffer>('/api/account/totp', { password })} sent={(offer) => (step.value = offer)} />}
      {at === 'remove' && <AgainForm save={w.t('security.totp.remove')} left={leave} send={(password) => api.post('/api/account/totp/remove', { password })} sent={done} />}
      {at === 'renew' && <AgainForm save={w.t('security.renew')} left={leave} send={(password) => api.post<{ codes: string[] }>('/api/account/recovery-codes', { password })} sent={given} />}
      {typeof at === 'object' && at !== null && <TotpSetUp offer={at} left={leave} sent={given} />}
      {codes.value !== null && (
        <Once
          title={w.t('security.codes.title')}
          text={w.t('security.codes.text')}
          lines={codes.value}
          copy={w.t('security.copy')}
          copied={w.t('security.copied')}
          done={w.t('security.codes.done')}
          left={() => (codes.value = null)}
        />
      )}
    </section>
  );
}

function Begin({ words, begin }: { words: string; begin(): void }) {
  return (
    <button type="button" class="button quiet" onClick={begin}>
      {words}
    </button>
  );
}
