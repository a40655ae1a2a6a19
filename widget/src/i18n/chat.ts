import { chat as enChat, common as enCommon } from './en.json';
import { chat as ruChat, common as ruCommon } from './ru.json';
import { type Locale, words, type Words } from './translate';

const ru = { ...ruCommon, ...ruChat };
// The same keys in both languages is a test; plurals differ in their forms, hence the cast.
const en = { ...enCommon, ...enChat } as unknown as typeof ru;

export type ChatWords = Words<typeof ru>;
export const chatWords = (locale: Locale): ChatWords => words(locale, locale === 'en' ? en : ru);
