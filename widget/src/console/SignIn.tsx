import { type ReadonlySignal, type Signal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Refused } from '../core/refused';
import type { DeskWords } from '../i18n/desk';
import type { Locale } from '../i18n/translate';
import { signIn } from './account';
import { canUsePasskeys, signInWithPasskey } from './passkeys';
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
  const asksCode = useSignal(false);
  const attempt = async (enter: () => Promise<void>) => {
    if (isBusy.value) return;
    isBusy.value = true;
    code.value = null;
    try {
      await enter();
      entered();
    } catch (error) {
      const refused = error instanceof Refused ? (error.code === '401' ? 'bad-credentials' : error.code) : error instanceof DOMException ? 'passkey-cancelled' : 'network';
      if (refused === 'code-required') asksCode.value = true;
      else code.value = refused;
    }
    isBusy.value = false;
  };
  const submit = (form: HTMLFormElement) => {
    const fields = new FormData(form);
    return attempt(() => signIn(String(fields.get('email')).trim(), String(fields.get('password')), String(fields.get('code') ?? '').trim()));
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
        {asksCode.value && <CodeField words={w} />}
        <p class="error" role="alert">
          {code.value && w.or(`error.${code.value}`, 'error.unknown', { code: code.value })}
        </p>
        <button type="submit" class="button" disabled={isBusy.value}>
          {w.t('signIn')}
        </button>
        {canUsePasskeys() && (
          <button type="button" class="button quiet" disabled={isBusy.value} onClick={() => void attempt(signInWithPasskey)}>
            {w.t('signIn.passkey')}
          </button>
        )}
        <p class="hint">{w.t('signIn.lost')}</p>
        <LanguageSwitch locale={locale} label={w.t('language')} />
      </form>
    </main>
  );
}

/** Comes when it is asked for, and takes the focus. */
function CodeField({ words: w }: { words: DeskWords }) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <label>
      {w.t('signIn.code')}
      <input ref={box} name="code" autocomplete="one-time-code" required aria-describedby="code-hint" />
      <span id="code-hint" class="hint">
        {w.t('signIn.code.hint')}
      </span>
    </label>
  );
}
