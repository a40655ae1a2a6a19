import { useSignal } from '@preact/signals';
import { instantWords } from '../../../i18n/settings/dates';
import { Refused } from '../../../core/refused';
import { canUsePasskeys, type Question } from '../../passkeys';
import { useWords } from '../frame';
import { TextField } from '../kit/fields';
import { Form } from '../kit/Form';
import { api } from '../kit/http';
import { securitySpeech } from '../kit/Sessions';
import { useForm } from '../kit/useForm';
import { AgainForm } from './AgainForm';
import { makePasskey } from './makePasskey';
import type { MySecurity } from './Security';

/** One's passkeys: added, and removed one by one. */
export function Passkeys({ security, changed }: { security: MySecurity; changed(): void }) {
  const w = useWords(securitySpeech);
  const removed = useSignal<string | null>(null);
  const isAdding = useSignal(false);
  const done = () => {
    removed.value = null;
    isAdding.value = false;
    changed();
  };
  return (
    <section class="page-part" aria-labelledby="security-passkeys">
      <h3 id="security-passkeys">{w.t('security.passkeys')}</h3>
      <p class="page-about">{w.t('security.passkeys.about')}</p>
      {security.passkeys.length === 0 && <p class="nothing">{w.t('security.passkeys.none')}</p>}
      <ul class="passkeys">
        {security.passkeys.map(({ id, name, createdAt }) => (
          <li key={id}>
            <span>
              <b>{name}</b> {w.t('security.passkey.since', { at: instantWords(new Date(createdAt), w.locale) })}
            </span>
            {removed.value !== id && (
              <button type="button" class="button quiet" aria-label={`${w.t('security.passkey.remove')}: ${name}`} onClick={() => (removed.value = id)}>
                {w.t('security.passkey.remove')}
              </button>
            )}
            {removed.value === id && (
              <AgainForm save={w.t('security.passkey.remove')} left={() => (removed.value = null)} send={(password) => api.post(`/api/account/passkeys/${id}/remove`, { password })} sent={done} />
            )}
          </li>
        ))}
      </ul>
      {!canUsePasskeys() && <p class="nothing">{w.t('security.passkey.cannot')}</p>}
      {canUsePasskeys() && !isAdding.value && (
        <button type="button" class="button quiet" onClick={() => (isAdding.value = true)}>
          {w.t('security.passkey.add')}
        </button>
      )}
      {isAdding.value && <Add left={() => (isAdding.value = false)} added={done} />}
    </section>
  );
}

function Add({ left, added }: { left(): void; added(): void }) {
  const w = useWords(securitySpeech);
  const form = useForm({
    w,
    initial: { name: '', password: '' },
    save: async ({ name, password }) => {
      const question = await api.post<Question>('/api/account/passkeys/begin', { password });
      const made = await makePasskey(question).catch(() => Promise.reject(new Refused('passkey-cancelled')));
      await api.post('/api/account/passkeys', { ...made, name });
    },
    saved: added,
  });
  return (
    <Form of={form} save={w.t('security.passkey.add')} left={left}>
      <TextField label={w.t('security.passkey.name')} hint={w.t('security.passkey.name.hint')} required maxLength={80} {...form.field('name')} />
      <TextField label={w.t('security.again')} type="password" autocomplete="current-password" required {...form.field('password')} />
    </Form>
  );
}
