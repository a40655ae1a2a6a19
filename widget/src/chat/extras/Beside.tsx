import type { RefObject } from 'preact';
import { EmojiButton } from '../../ui/emoji/EmojiButton';
import { useFace } from '../face';
import { extraWords } from './words';

/** Beside the box. */
export function Beside({ box }: { box: RefObject<HTMLTextAreaElement> }) {
  const { locale } = useFace().words;
  return <EmojiButton label={extraWords(locale).t('emoji')} locale={locale} box={box} />;
}
