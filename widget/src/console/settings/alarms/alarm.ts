import en from '../../../i18n/settings/alarms.en.json';
import ru from '../../../i18n/settings/alarms.ru.json';
import { speech } from '../../../i18n/settings/words';

export interface Route {
  leads: boolean;
  webhook: boolean;
  mail: boolean;
}

export interface AlarmSettings {
  near: Route;
  missed: Route;
  night: Route;
  repeatMinutes: number;
  webhookUrl: string | null;
  secretHint: string | null;
  mailTo: readonly string[];
}

export interface Delivery {
  id: string;
  number: string;
  tries: number;
  due: string;
  parkedAt: string | null;
  reason: string | null;
}

export interface Alarms {
  settings: AlarmSettings;
  version: number;
  deliveries: readonly Delivery[];
}

export const alarmSpeech = speech({ ru, en });

/** Why a call did not come through; the server's words for it are stable. */
export const reasonWords = (reason: string, w: ReturnType<typeof alarmSpeech>) => w.or(`reason.${reason}`, 'reason.other', { reason });
