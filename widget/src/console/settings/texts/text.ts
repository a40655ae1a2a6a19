import enFaces from '../../../i18n/en.json?raw';
import { dueWords, openingWords } from '../../../i18n/moscow';
import ruFaces from '../../../i18n/ru.json?raw';
import en from '../../../i18n/settings/texts.en.json';
import ru from '../../../i18n/settings/texts.ru.json';
import { speech } from '../../../i18n/settings/words';
import type { Locale } from '../../../i18n/translate';

export const textSpeech = speech({ ru, en });

/** What the panel or the desk says in a place, as staff have worded it. */
export interface WorkingText {
  name: string;
  longest: number;
  placeholders: readonly ('number' | 'when' | 'due' | 'deadline' | 'agent' | 'sender')[];
  /** 0: nobody has changed it. */
  version: number;
  /** Empty: as the product words it. */
  text: { russian: string; english: string };
  /** The product's words for a mail; null for panel and desk, whose words are here. */
  own: { russian: string; english: string } | null;
}

// As text: a module of theirs would be one with the desk's own words, and its first script would carry the panel's too.
type Faces = Readonly<Record<'chat' | 'desk', Record<string, unknown>>>;
const faces: Readonly<Record<Locale, Faces>> = { ru: JSON.parse(ruFaces) as Faces, en: JSON.parse(enFaces) as Faces };

/** The desk says it to staff, not the panel to customers. */
export const isOfDesk = (name: string) => name.startsWith('staff.');

/** As the product words it. */
export const ownWords = ({ name, own }: WorkingText, locale: Locale) =>
  own ? (locale === 'en' ? own.english : own.russian) : String((isOfDesk(name) ? faces[locale].desk[name.slice('staff.'.length)] : faces[locale].chat[name]) ?? '');

/** What would be said now. */
export const saidIn = (one: WorkingText, locale: Locale) => (locale === 'en' ? one.text.english : one.text.russian) || ownWords(one, locale);

export const isChanged = ({ text }: WorkingText) => text.russian !== '' || text.english !== '';

/** With an example of each thing that is filled in. */
export function asExample(text: string, locale: Locale): string {
  const w = textSpeech(locale);
  const soon = new Date('2026-11-24T07:00:00Z');
  const examples: Readonly<Record<string, string>> = { number: 'IS-2026-000123', deadline: w.t('example.deadline'), agent: w.t('example.agent'), sender: w.t('example.sender'), when: openingWords(soon, locale), due: dueWords(soon, locale) };
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => examples[name] ?? whole);
}
