import en from '../../i18n/settings/opening.en.json';
import ru from '../../i18n/settings/opening.ru.json';
import { speech } from '../../i18n/settings/words';

export const openingSpeech = speech({ ru, en });
