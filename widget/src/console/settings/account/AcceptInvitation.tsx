import { type ReadonlySignal, type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Refused } from '../../../core/refused';
import type { DeskWords } from '../../../i18n/desk';
import en from '../../../i18n/settings/account.en.json';
import ru from '../../../i18n/settings/account.ru.json';
import { type Locale, words as wordsOf } from '../../../i18n/translate';
import { request } from '../../../ui/http';
import { LanguageSwitch } from '../../LanguageSwitch';

export interface AcceptProps {
  secret: string;
  words: ReadonlySignal<DeskWords>;
  locale: Signal<Locale>;
  /** The account is made, or never will be. */
  done(): void;
}

interface Offer {
  email: string;
  name: string;
}

const speech = { ru: wordsOf('ru', ru), en: wordsOf('en', en as typeof ru) };

/** The invited choose a name and a password. The link's secret travels in bodies alone. */
export function AcceptInvitation({ secret, words, locale, done }: AcceptProps) {
  const w = speech[locale.value];
  const offer = useSignal<Offer | 'asking' | 'gone'>('asking');
  const trouble = useSignal<string | null>(null);
  const isShown = useSignal(false);
  useEffect(() => {
    request<Offer>('POST', '/api/account/invitation', { secret }).then(
      (found) => (offer.value = found),
      () => (offer.value = 'gone'),
    );
  }, []);
  const join = async (form: HTMLFormElement) => {
    const fields = new FormData(form);
    trouble.value = null;
    try {
      await request('POST', '/api/account/invitation/accept', { secret, name: String(fields.get('name')), password: String(fields.get('password')) });
      done();
    } catch (error) {
      const code = error instanceof Refused ? error.code : 'network';
      trouble.value = w.or(`refusal.${code}`, 'refusal.unknown', { code });
    }
  };
  if (offer.value === 'asking') return <p class="visually-hidden">{words.value.t('loading')}</p>;
  return (
    <main class="sign-in">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void join(event.currentTarget);
        }}
      >
        <p class="brand">
          iStom <span>Chat</span>
        </p>
        <h1>{w.t('accept.title')}</h1>
        {offer.value === 'gone' ? (
          <>
            <p role="alert">{w.t('accept.gone')}</p>
            <button type="button" class="button" onClick={done}>
              {w.t('accept.toDesk')}
            </button>
          </>
        ) : (
          <>
            <p>{w.t('accept.about', { email: offer.value.email })}</p>
            {/* So that the browser keeps the password under the right address. */}
            <input type="email" autocomplete="username" value={offer.value.email} readOnly hidden />
            <label>
              {w.t('accept.name')}
              <input name="name" autocomplete="name" maxLength={80} required value={offer.value.name} />
            </label>
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
            <p class="error" role="alert">
              {trouble.value}
            </p>
            <button type="submit" class="button">
              {w.t('accept.join')}
            </button>
          </>
        )}
        <LanguageSwitch locale={locale} label={words.value.t('language')} />
      </form>
    </main>
  );
}
