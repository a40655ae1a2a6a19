import type { Params } from '../i18n/translate';

/** The server's limit of one message. */
export const longest = 8000;
const nearlyFull = longest * 0.9;

export const isTooLong = (text: string) => text.trim().length > longest;

interface LengthProps {
  id: string;
  text: string;
  hint: string;
  w: { locale: string; t(key: 'tooLong' | 'counter', params: Params): string };
}

/** Under a text box: a hint, a count as the limit nears, and a plain refusal beyond it. */
export function LengthWords({ id, text, hint, w }: LengthProps) {
  const length = text.trim().length;
  const format = new Intl.NumberFormat(w.locale);
  const params = { length: format.format(length), limit: format.format(longest) };
  return (
    <p id={id} class={length > longest ? 'length too-long' : 'length'} role={length > longest ? 'alert' : undefined}>
      {length > longest ? w.t('tooLong', params) : length >= nearlyFull ? w.t('counter', params) : hint}
    </p>
  );
}
