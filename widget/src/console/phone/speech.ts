import en from '../../i18n/settings/phone.en.json';
import ru from '../../i18n/settings/phone.ru.json';
import { speech } from '../../i18n/settings/words';

export const phoneSpeech = speech({ ru, en });
