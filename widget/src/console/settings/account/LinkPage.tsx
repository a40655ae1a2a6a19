import { type ReadonlySignal, type Signal, useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { Refused } from '../../../core/refused';
import type { DeskWords } from '../../../i18n/desk';
import en from '../../../i18n/settings/account.en.json';
import ru from '../../../i18n/settings/account.ru.json';
import { type Locale, words as wordsOf } from '../../../i18n/translate';
import { request } from '../../../ui/http';
import { LanguageSwitch } from '../../LanguageSwitch';

export interface LinkProps {
  secret: string;
  words: ReadonlySignal<DeskWords>;
  locale: Signal<Locale>;
  /** The link has served, or never will. */
  done(): void;
}

const speech = { ru: wordsOf('ru', ru), en: wordsOf('en', en as typeof ru) };

export type LinkWords = (typeof speech)['ru'];

interface LinkPageProps<T> extends LinkProps {
  /** Answers what the secret opens; its `use` does it. */
  route: string;
  use: string;
  title: keyof typeof ru & `${string}.title`;
  submit: keyof typeof ru;
  /** What is filled in besides the secret. */
  values(fields: FormData): Record<string, string>;
  children(offer: T, w: LinkWords): ComponentChildren;
}

/** What a link opens without a sign-in. Its secret travels in bodies alone. */
export function LinkPage<T>({ secret, words, locale, done, route, use, title, submit, values, children }: LinkPageProps<T>) {
  const w = speech[locale.value];
  const offer = useSignal<T | 'asking' | 'gone'>('asking');
  const trouble = useSignal<string | null>(null);
  useEffect(() => {
    request<T>('POST', route, { secret }).then(
      (found) => (offer.value = found),
      () => (offer.value = 'gone'),
    );
  }, []);
  const send = async (form: HTMLFormElement) => {
    trouble.value = null;
    try {
      await request('POST', `${route}/${use}`, { secret, ...values(new FormData(form)) });
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
          void send(event.currentTarget);
        }}
      >
        <p class="brand">
          iStom <span>Chat</span>
        </p>
        <h1>{w.t(title)}</h1>
        {offer.value === 'gone' ? (
          <>
            <p role="alert">{w.t('accept.gone')}</p>
            <button type="button" class="button" onClick={done}>
              {w.t('accept.toDesk')}
            </button>
          </>
        ) : (
          <>
            {children(offer.value, w)}
            <p class="error" role="alert">
              {trouble.value}
            </p>
            <button type="submit" class="button">
              {w.t(submit)}
            </button>
          </>
        )}
        <LanguageSwitch locale={locale} label={words.value.t('language')} />
      </form>
    </main>
  );
}
