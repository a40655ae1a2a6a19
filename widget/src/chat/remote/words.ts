import type { Message } from '../../contract/hubs';
import en from '../../i18n/panel/remote.en.json';
import ru from '../../i18n/panel/remote.ru.json';
import type { Locale } from '../../i18n/translate';
import { partWords } from '../../ui/part';

export const remoteWords = (locale: Locale) => partWords(locale, ru, en);

/** What happened, as a line of the talk. */
export function lineOf({ notice, remote }: Pick<Message, 'notice' | 'remote'>, locale: Locale): string {
  const w = remoteWords(locale);
  const length = remote?.seconds ?? null;
  if (notice === 'RemoteSupportEnded' && length === null) return w.t('line.RemoteSupportEnded.never');
  return w.find(`line.${notice}`, { agent: remote?.agentName ?? '', length: w.plural('minutes', Math.max(1, Math.round((length ?? 0) / 60))) }) ?? '';
}
