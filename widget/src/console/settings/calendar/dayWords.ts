import { dateWords } from '../../../i18n/settings/dates';
import type { Locale } from '../../../i18n/translate';
import { type CalendarWords, type Day, datesOf, isWeekend, ordinary } from './year';

const formatted = (date: string, locale: Locale, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(locale === 'ru' ? 'ru-RU' : 'en-GB', { ...options, timeZone: 'UTC' }).format(new Date(date));

/** "3 января"; `beside`: the year that goes without saying. */
export function dayMonth(date: string, locale: Locale, beside: number): string {
  return date.startsWith(`${beside}-`) ? formatted(date, locale, { day: 'numeric', month: 'long' }) : dateWords(date, locale);
}

/** "пятница, 9 января" */
export const longDay = (date: string, locale: Locale) => formatted(date, locale, { weekday: 'long', day: 'numeric', month: 'long' });

/** "Январь" */
export function monthName(year: number, month: number, locale: Locale): string {
  const name = formatted(`${year}-${String(month).padStart(2, '0')}-01`, locale, { month: 'long' });
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Monday first, short and whole. 2 January 2023 was a Monday. */
export function weekdays(locale: Locale): { short: string; whole: string }[] {
  return datesOf(2023, 1)
    .slice(1, 8)
    .map((date) => ({ short: formatted(date, locale, { weekday: 'short' }), whole: formatted(date, locale, { weekday: 'long' }) }));
}

/** What a day is: "Рождество Христово", "выходной за 3 января". */
export function dayWords({ date, kind, other, name }: Day, w: CalendarWords): string {
  const otherDay = other && dayMonth(other, w.locale, Number(date.slice(0, 4)));
  if (kind === 'Holiday') return name ?? w.t('day.Holiday');
  if (kind === 'Moved') return [otherDay ? w.t('day.movedFrom', { day: otherDay }) : w.t('day.Moved'), name && `(${name})`].filter(Boolean).join(' ');
  const what = w.t(`day.${kind}`);
  return otherDay && isWeekend(date) ? w.t('day.restOn', { what, day: otherDay }) : what;
}

/** A day that the server has nothing to say of is an ordinary one. */
export const wordsOf = (date: string, day: Day | null, w: CalendarWords) => dayWords(day ?? ordinary(date), w);

/** The days of a month that are out of the ordinary: "1–6, 8" and what they are. */
export function notable(days: readonly Day[], w: CalendarWords): { days: string; words: string }[] {
  const byWords = new Map<string, number[]>();
  for (const day of days) {
    const words = dayWords(day, w);
    byWords.set(words, [...(byWords.get(words) ?? []), Number(day.date.slice(8))]);
  }
  return [...byWords].map(([words, numbers]) => ({ days: ranges(numbers), words }));
}

function ranges(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run && run[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`)).join(', ');
}
