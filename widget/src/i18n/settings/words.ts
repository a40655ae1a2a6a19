import { type Locale, type Messages, words, type Words } from '../translate';
import en from './frame.en.json';
import ru from './frame.ru.json';

type Frame = typeof ru;
/** Both languages of a screen; the same keys in both is a test. */
export type Speech<M extends Messages> = (locale: Locale) => Words<M & Frame>;
export type FrameWords = Words<Frame>;

/** The words of one screen: its own, then the frame's, which has those that several screens use. */
export function speech<M extends Messages>(own: { ru: M; en: Messages }): Speech<M> {
  const made = { ru: words('ru', { ...ru, ...own.ru }), en: words('en', { ...en, ...own.en } as unknown as M & Frame) };
  return (locale) => made[locale];
}

export const frameSpeech = speech({ ru: {}, en: {} });
