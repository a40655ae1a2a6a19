import enFaces from '../../../i18n/en.json?raw';
import { dueWords, openingWords } from '../../../i18n/moscow';
import ruFaces from '../../../i18n/ru.json?raw';
import en from '../../../i18n/settings/texts.en.json';
import ru from '../../../i18n/settings/texts.ru.json';
import { speech } from '../../../i18n/settings/words';
import type { Locale } from '../../../i18n/translate';

export const textSpeech = speech({ ru, en });

/** What the panel says in a place, as staff have worded it. */
export interface WorkingText {
  name: string;
  longest: number;
  placeholders: readonly ('number' | 'when' | 'due')[];
  /** 0: nobody has changed it. */
  version: number;
  /** Empty: as the product words it. */
  text: { russian: string; english: string };
}

// As text: a module of theirs would be one with the desk's own words, and its first script would carry the panel's too.
const panel = Object.fromEntries([['ru', ruFaces] as const, ['en', enFaces] as const].map(([locale, faces]) => [locale, (JSON.parse(faces) as { chat: Record<string, unknown> }).chat]));

/** As the product words it. */
export const ownWords = (name: string, locale: Locale) => String(panel[locale]?.[name] ?? '');

/** What the panel would say now. */
export const saidIn = ({ name, text }: WorkingText, locale: Locale) => (locale === 'en' ? text.english : text.russian) || ownWords(name, locale);

export const isChanged = ({ text }: WorkingText) => text.russian !== '' || text.english !== '';

/** With an example of each thing that is filled in. */
export function asExample(text: string, locale: Locale): string {
  const soon = new Date('2026-11-24T07:00:00Z');
  const examples: Readonly<Record<string, string>> = { number: 'IS-2026-000123', when: openingWords(soon, locale), due: dueWords(soon, locale) };
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => examples[name] ?? whole);
}
