import en from '../../../i18n/settings/retention.en.json';
import ru from '../../../i18n/settings/retention.ru.json';
import { speech } from '../../../i18n/settings/words';

export interface Times {
  conversationDays: number | null;
  auditDays: number | null;
  technicalDays: number | null;
}

export interface Counted {
  conversations: number;
  auditLines: number;
  technical: number;
}

export interface Run extends Counted {
  id: string;
  startedAt: string;
  finishedAt: string | null;
}

export interface Retention {
  settings: Times;
  version: number;
  runs: readonly Run[];
}

export const retentionSpeech = speech({ ru, en });

/** Up to here it is counted. */
const most = 10_000;

export const countWords = (n: number, w: ReturnType<typeof retentionSpeech>) => {
  const text = n.toLocaleString(w.locale);
  return n < most ? text : w.t('retention.preview.most', { n: text });
};

/** What would go by these times. */
export const previewPath = (times: Times) =>
  `/api/retention/preview?${new URLSearchParams(Object.entries(times).flatMap(([name, days]) => (days === null ? [] : [[name, String(days)]]))).toString()}`;
