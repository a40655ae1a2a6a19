import en from '../../../i18n/settings/integrations.en.json';
import ru from '../../../i18n/settings/integrations.ru.json';
import { speech } from '../../../i18n/settings/words';

export interface Waiting {
  id: string;
  tries: number;
  due: string;
  parkedAt: string | null;
  reason: string | null;
}

export interface Integration {
  name: string;
  isSetUp: boolean;
  isPaused: boolean;
  workedAt: string | null;
  failedAt: string | null;
  reason: string | null;
  waiting: readonly Waiting[];
}

/** Where each is set up: a path of the settings. */
export const setUpAt: Readonly<Record<string, string>> = { alarms: 'alarms', telephony: 'telephony', development: 'trackers', jira: 'trackers', youtrack: 'trackers', github: 'trackers', teamviewer: 'remote' };

export const integrationSpeech = speech({ ru, en });

export type IntegrationWords = ReturnType<typeof integrationSpeech>;

/** What people call it. */
export const nameOf = (name: string, w: IntegrationWords) => w.or(`integration.${name}`, 'integration.other', { name });

/** Why it failed, and what to do; the server's words for it are stable. */
export const reasonWords = (reason: string, w: IntegrationWords) => w.or(`reason.${reason}`, 'reason.other', { reason });
