import type { Locale } from './translate';

// The regulation counts in Moscow time, so whatever is promised is said in it, wherever the reader sits.
const zone = 'Europe/Moscow';
const until = ['воскресенья', 'понедельника', 'вторника', 'среды', 'четверга', 'пятницы', 'субботы'];
const on = ['в воскресенье', 'в понедельник', 'во вторник', 'в среду', 'в четверг', 'в пятницу', 'в субботу'];
const mark = { ru: 'МСК', en: 'MSK' };

const formats = new Map<string, Intl.DateTimeFormat>();
function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  const made = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, made);
  return made;
}

const tag = (locale: Locale) => (locale === 'ru' ? 'ru-RU' : 'en-GB');
const dayOf = (at: Date, timeZone?: string) => format('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone }).format(at);
const timeOf = (at: Date, locale: Locale, timeZone?: string) => format(tag(locale), { hour: '2-digit', minute: '2-digit', timeZone }).format(at);
const dateOf = (at: Date, locale: Locale, timeZone?: string) => format(tag(locale), { day: 'numeric', month: 'long', timeZone }).format(at);
const weekday = (at: Date) => new Date(dayOf(at, zone)).getUTCDay();

/** "вторника 24 ноября, 16:00 (МСК)", to stand after "до"; `plain` leaves the weekday out. */
export function dueWords(due: Date, locale: Locale, plain = false): string {
  const name = locale === 'ru' ? until[weekday(due)] : format('en-GB', { weekday: 'long', timeZone: zone }).format(due);
  const date = `${dateOf(due, locale, zone)}, ${timeOf(due, locale, zone)} (${mark[locale]})`;
  return plain ? date : `${name} ${date}`;
}

/** "16:00 (МСК)" */
export function moscowTime(at: Date, locale: Locale): string {
  return `${timeOf(at, locale, zone)} (${mark[locale]})`;
}

export function isSameMoscowDay(a: Date, b: Date): boolean {
  return dayOf(a, zone) === dayOf(b, zone);
}

/** "в понедельник 23 ноября, в 10:00 (МСК)" */
export function openingWords(at: Date, locale: Locale): string {
  if (locale === 'ru') return `${on[weekday(at)]} ${dateOf(at, locale, zone)}, в ${moscowTime(at, locale)}`;
  return `on ${format('en-GB', { weekday: 'long', timeZone: zone }).format(at)} ${dateOf(at, locale, zone)}, at ${moscowTime(at, locale)}`;
}

/** The same instant by the reader's own clock, or null where that shows the same time as Moscow's. */
export function ownTime(at: Date, locale: Locale, ownZone?: string): string | null {
  const same = timeOf(at, locale, zone) === timeOf(at, locale, ownZone) && dayOf(at, zone) === dayOf(at, ownZone);
  return same ? null : `${dateOf(at, locale, ownZone)}, ${timeOf(at, locale, ownZone)}`;
}

/** The desk works by Moscow's clock; a visitor reads message times by their own. */
export function messageTime(at: Date, locale: Locale, inMoscow = false): string {
  return timeOf(at, locale, inMoscow ? zone : undefined);
}

export function dayKey(at: Date, inMoscow = false): string {
  return dayOf(at, inMoscow ? zone : undefined);
}

/** "Сегодня" and "Вчера" come from the caller's words; other days are dates, with a year once it differs. */
export function dayWords(at: Date, now: Date, locale: Locale, names: { today: string; yesterday: string }, inMoscow = false): string {
  const key = dayKey(at, inMoscow);
  if (key === dayKey(now, inMoscow)) return names.today;
  if (key === dayKey(new Date(now.getTime() - 86_400_000), inMoscow)) return names.yesterday;
  const year = key.slice(0, 4) === dayKey(now, inMoscow).slice(0, 4) ? {} : { year: 'numeric' as const };
  return format(tag(locale), { day: 'numeric', month: 'long', ...year, timeZone: inMoscow ? zone : undefined }).format(at);
}
