import { common as enCommon, desk as enDesk } from './en.json';
import enRefusals from './refusals.en.json';
import ruRefusals from './refusals.ru.json';
import { common as ruCommon, desk as ruDesk } from './ru.json';
import { type Locale, words, type Words } from './translate';

const ru = { ...ruRefusals, ...ruCommon, ...ruDesk };
const en = { ...enRefusals, ...enCommon, ...enDesk } as unknown as typeof ru;

export type DeskWords = Words<typeof ru>;
/** @param own What staff have worded otherwise. */
export const deskWords = (locale: Locale, own?: object): DeskWords => words(locale, { ...(locale === 'en' ? en : ru), ...own });
