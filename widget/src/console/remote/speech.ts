import { Refused } from '../../core/refused';
import en from '../../i18n/settings/remote.en.json';
import ru from '../../i18n/settings/remote.ru.json';
import { speech } from '../../i18n/settings/words';
import { troubleWords } from '../settings/kit/http';

export const remoteSpeech = speech({ ru, en });

type Spoken = ReturnType<typeof remoteSpeech>;

/** Why TeamViewer is of no use; the server's words for it are stable. */
export const reasonWords = (reason: string, w: Spoken) => w.or(`reason.${reason}`, 'reason.other', { reason });

/** Why something was not done. */
export function refusedWords(error: unknown, w: Spoken): string {
  if (error instanceof Refused && error.code === 'teamviewer-unavailable') return w.t('refusal.teamviewer-unavailable', { reason: reasonWords(String((error.detail as { reason?: string }).reason ?? ''), w) });
  return troubleWords(error, w, true);
}
