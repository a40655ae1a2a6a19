import { type Locale, type Messages, words, type Words } from '../i18n/translate';

/** As all of the panel, its later parts are built with the words of one language; tests have both. */
declare const PANEL_LOCALE: Locale | undefined;

/** The words of a part that comes later. The same keys in both languages is a test. */
export function partWords<M extends Messages>(locale: Locale, ru: M, en: Messages): Words<M> {
  const spoken = typeof PANEL_LOCALE === 'undefined' ? locale : PANEL_LOCALE;
  return words(spoken, spoken === 'en' ? (en as M) : ru);
}

/** The styles of a part that comes later, once. */
export function addStyles(text: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
