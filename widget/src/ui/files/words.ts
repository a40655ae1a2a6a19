import en from '../../i18n/panel/files.en.json';
import ru from '../../i18n/panel/files.ru.json';
import type { Locale } from '../../i18n/translate';
import { partWords } from '../part';
import type { Limits } from './limits';

export type FileWords = ReturnType<typeof fileWords>;

export const fileWords = (locale: Locale) => partWords(locale, ru, en);

/** In the unit in which people say it. */
export function sizeWords(bytes: number, w: FileWords): string {
  const unit = bytes < 1_000 ? 'B' : bytes < 1_000_000 ? 'kB' : 'MB';
  const size = bytes / { B: 1, kB: 1_024, MB: 1_048_576 }[unit];
  return w.t(`size.${unit}`, { size: new Intl.NumberFormat(w.locale, { maximumFractionDigits: size < 10 && unit === 'MB' ? 1 : 0 }).format(Math.max(size, 0.1)) });
}

/** What may be attached, said before anything is. */
export const limitWords = ({ maxBytes, maxFiles, kinds }: Limits, w: FileWords) => w.t('limits', { count: maxFiles, size: sizeWords(maxBytes, w), kinds: kinds.join(', ') });
