import { type ReadonlySignal, type Signal, useSignal } from '@preact/signals';
import { Refused } from '../core/refused';
import type { DeskWords } from '../i18n/desk';
import type { Locale } from '../i18n/translate';
import { signIn } from './account';
import { LanguageSwitch } from './LanguageSwitch';

interface SignInProps {
  words: ReadonlySignal<DeskWords>;
  locale: Signal<Locale>;
  entered(): void;
}

export function SignIn({ words, locale, entered }: SignInProps) {
  const w = words.value;
  const code = useSignal<string | null>(null);
  const isBusy = useSignal(false);
  const submit = async (form: HTMLFormElement) => {
    if (isBusy.value) return;
    const fields = new FormData(form);
    isBusy.value = true;
    code.value = null;
    try {
      await signIn(String(fields.get('email')).trim(), String(fields.get('password')));
      entered();
    } catch (error) {
      code.value = error instanceof Refused ? (error.code === '401' ? 'bad-credentials' : error.code) : 'network';
    }
    isBusy.value = false;
  };
  return (
    <main class="sign-in">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit(event.currentTarget);
        }}
      >
        <p class="brand">
          iStom <span>Chat</span>
        </p>
        <h1>{w.t('signIn.title')}</h1>
        <label>
          {w.t('email')}
          <input name="email" type="email" autocomplete="username" required autofocus />
        </label>
        <label>
          {w.t('password')}
          <input name="password" type="password" autocomplete="current-password" required />
        </label>
        <p class="error" role="alert">
          {code.value && w.or(`error.${code.value}`, 'error.unknown', { code: code.value })}
        </p>
        <button type="submit" class="button" disabled={isBusy.value}>
          {w.t('signIn')}
        </button>
        <LanguageSwitch locale={locale} label={w.t('language')} />
      </form>
    </main>
  );
}
