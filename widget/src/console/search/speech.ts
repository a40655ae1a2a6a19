import en from '../../i18n/settings/search.en.json';
import ru from '../../i18n/settings/search.ru.json';
import { speech } from '../../i18n/settings/words';

export const searchSpeech = speech({ ru, en });
