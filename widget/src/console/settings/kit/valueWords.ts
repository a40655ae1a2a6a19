import type { FrameWords } from '../../../i18n/settings/words';
import { dateWords, instantWords } from '../../../i18n/settings/dates';
import { isRecord, type Json } from './difference';

const day = /^\d{4}-\d\d-\d\d$/;
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/;

/** A value for its reader. `known` gives the words of texts that are names of something. */
export function valueWords(value: Json | undefined, w: FrameWords, known: (text: string) => string | null = () => null): string {
  if (value === undefined || value === null || value === '') return w.t('none');
  if (typeof value === 'boolean') return w.t(value ? 'yes' : 'no');
  if (typeof value === 'number') return new Intl.NumberFormat(w.locale).format(value);
  if (typeof value === 'string') return known(value) ?? dated(value, w.locale);
  if (isRecord(value)) return Object.entries(value).map(([name, one]) => `${known(name) ?? name}: ${valueWords(one, w, known)}`).join('; ');
  return (value as readonly Json[]).length === 0 ? w.t('none') : (value as readonly Json[]).map((one) => valueWords(one, w, known)).join(', ');
}

function dated(text: string, locale: FrameWords['locale']): string {
  if (instant.test(text)) return instantWords(new Date(text), locale);
  return day.test(text) ? dateWords(text, locale) : text;
}
