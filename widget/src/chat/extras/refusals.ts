import { dueWords } from '../../i18n/moscow';
import en from '../../i18n/refusals.en.json';
import ru from '../../i18n/refusals.ru.json';
import type { Locale } from '../../i18n/translate';
import { partWords } from '../../ui/part';

/** Why the server refused. `until`: of a block with an end, when that is. */
export function refusalWords(locale: Locale, code: string, until?: string): string {
  return partWords(locale, ru, en).or(`refusal.${code}${until ? '.until' : ''}`, 'refusal.unknown', { code, until: until ? dueWords(new Date(until), locale, true) : '' });
}
