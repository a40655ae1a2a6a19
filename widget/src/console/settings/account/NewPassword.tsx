import { useSignal } from '@preact/signals';
import type { LinkWords } from './LinkPage';

/** The field for a new password, which can be looked at. The address is there so that the browser keeps the password under the right one. */
export function NewPassword({ email, w }: { email: string; w: LinkWords }) {
  const isShown = useSignal(false);
  return (
    <>
      <input type="email" autocomplete="username" value={email} readOnly hidden />
      <label>
        {w.t('accept.password')}
        <input name="password" type={isShown.value ? 'text' : 'password'} autocomplete="new-password" minLength={12} maxLength={200} required aria-describedby="password-hint" />
      </label>
      <p id="password-hint" class="hint">
        {w.t('accept.password.hint')}
      </p>
      <div class="show-password">
        <input id="show-password" type="checkbox" checked={isShown.value} onChange={(event) => (isShown.value = event.currentTarget.checked)} />
        <label for="show-password">{w.t('accept.show')}</label>
      </div>
    </>
  );
}
