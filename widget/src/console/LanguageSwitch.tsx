import type { Signal } from '@preact/signals';
import type { Locale } from '../i18n/translate';

const names = { ru: 'Русский', en: 'English' };

export function LanguageSwitch({ locale, label }: { locale: Signal<Locale>; label: string }) {
  return (
    <div class="languages" role="group" aria-label={label}>
      {(['ru', 'en'] as const).map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={locale.value === language}
          title={names[language]}
          onClick={() => (locale.value = language)}
        >
          {language.toUpperCase()}
        </button>
      ))}
    </div>
  );
}
