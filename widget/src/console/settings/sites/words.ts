import en from '../../../i18n/settings/sites.en.json';
import ru from '../../../i18n/settings/sites.ru.json';
import { speech } from '../../../i18n/settings/words';

export const siteSpeech = speech({ ru, en });
