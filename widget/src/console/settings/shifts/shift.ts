import en from '../../../i18n/settings/shifts.en.json';
import ru from '../../../i18n/settings/shifts.ru.json';
import { dateWords } from '../../../i18n/settings/dates';
import { speech } from '../../../i18n/settings/words';
import type { Locale } from '../../../i18n/translate';

export const shiftSpeech = speech({ ru, en });

export const kinds = ['Ordinary', 'PaidDuty'] as const;
export const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

export interface Shift {
  id: string;
  /** Null: nobody is found yet. */
  agent: string | null;
  agentName: string;
  kind: (typeof kinds)[number];
  /** Every week; otherwise on `date`. */
  weekday: (typeof weekdays)[number] | null;
  date: string | null;
  from: string;
  until: string;
  version: number;
}

export interface Roster {
  shifts: readonly Shift[];
  staff: readonly { id: string; name: string; paidSupport: boolean }[];
}

/** "по понедельникам" is the screen's to say; a date is the same everywhere. */
export const isWeekly = ({ weekday }: Shift) => weekday !== null;
export const dayOf = ({ date }: Shift, locale: Locale) => (date === null ? '' : dateWords(date, locale));

/** Not after its beginning, it ends on the following day. */
export const isOverNight = ({ from, until }: Pick<Shift, 'from' | 'until'>) => from !== '' && until !== '' && until <= from;
