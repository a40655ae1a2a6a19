import type { Locale } from '../../../i18n/translate';

interface TextPreviewProps {
  title: string;
  locale: Locale;
  text: string;
  /** A class for where it stands. */
  place?: string;
}

/** A text as a customer will see it, with examples filled in. */
export function TextPreview({ title, locale, text, place = '' }: TextPreviewProps) {
  return (
    <figure class={`text-preview ${place}`}>
      <figcaption>{title}</figcaption>
      <p lang={locale}>{text}</p>
    </figure>
  );
}
