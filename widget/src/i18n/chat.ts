import { chat as enChat, common as enCommon } from './en.json';
import { chat as ruChat, common as ruCommon } from './ru.json';
import { type Locale, words, type Words } from './translate';

/** The panel is built once for each language, with the words of that one alone; tests have both. */
declare const PANEL_LOCALE: Locale | undefined;

type Chat = typeof ruCommon & typeof ruChat;
export type ChatWords = Words<Chat>;

export function chatWords(locale: Locale, own?: object): ChatWords {
  const spoken = typeof PANEL_LOCALE === 'undefined' ? locale : PANEL_LOCALE;
  // The same keys in both languages is a test; plurals differ in their forms, hence the cast.
  return words(spoken, spoken === 'en' ? ({ ...enCommon, ...enChat, ...own } as unknown as Chat) : { ...ruCommon, ...ruChat, ...own });
}
