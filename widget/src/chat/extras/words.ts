import en from '../../i18n/panel/extras.en.json';
import ru from '../../i18n/panel/extras.ru.json';
import type { Locale } from '../../i18n/translate';
import { partWords } from '../../ui/part';

export const extraWords = (locale: Locale) => partWords(locale, ru, en);
