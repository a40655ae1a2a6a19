import { instantWords } from '../../../i18n/settings/dates';
import { useWords } from '../frame';
import { TextField } from '../kit/fields';
import { Form } from '../kit/Form';
import { api } from '../kit/http';
import { securitySpeech } from '../kit/Sessions';
import { useForm } from '../kit/useForm';
import type { MySecurity } from './Security';

export function PasswordPart({ security, changed }: { security: MySecurity; changed(): void }) {
  const w = useWords(securitySpeech);
  const { passwordSetAt } = security.signIn;
  const form = useForm({
    w,
    initial: { current: '', password: '' },
    save: (values) => api.post('/api/account/password', values),
    saved: changed,
  });
  return (
    <section class="page-part" aria-labelledby="security-password">
      <h3 id="security-password">{w.t('security.password')}</h3>
      {passwordSetAt !== null && <p class="page-about">{w.t('security.password.since', { at: instantWords(new Date(passwordSetAt), w.locale) })}</p>}
      <Form of={form} save={w.t('security.password.save')}>
        <TextField label={w.t('security.current')} type="password" autocomplete="current-password" required {...form.field('current')} />
        <TextField label={w.t('security.new')} hint={w.t('security.new.hint')} type="password" autocomplete="new-password" required minLength={12} maxLength={200} {...form.field('password')} />
      </Form>
    </section>
  );
}
