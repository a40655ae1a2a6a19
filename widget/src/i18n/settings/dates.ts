import { dayKey, moscowTime } from '../moscow';
import type { Locale } from '../translate';

/** "23 ноября 2026 г., 16:00 (МСК)" */
export function instantWords(at: Date, locale: Locale): string {
  return `${dateWords(dayKey(at, true), locale)}, ${moscowTime(at, locale)}`;
}

/** "23 ноября 2026 г." of "2026-11-23", wherever the reader sits. */
export function dateWords(day: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale === 'ru' ? 'ru-RU' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));
}
