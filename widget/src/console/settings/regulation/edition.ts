import en from '../../../i18n/settings/regulation.en.json';
import ru from '../../../i18n/settings/regulation.ru.json';
import { speech } from '../../../i18n/settings/words';

export const regulationSpeech = speech({ ru, en });
export type RegulationWords = ReturnType<typeof regulationSpeech>;

export const levels = ['standard', 'urgent', 'paid'] as const;
export type LevelName = (typeof levels)[number];

/** In minutes of counted time. */
export interface Level {
  budgetMinutes: number;
  guardMinutes: number;
}

/** `10:00` to `19:00`; an end at `00:00` is 24:00. */
export interface Stretch {
  from: string;
  until: string;
}

export interface Settings extends Record<LevelName, Level> {
  id: string;
  name: string;
  /** The first day, in Moscow, of the waits that are promised by it; null: it came with the product, and has always held. */
  holdsFrom: string | null;
  hours: readonly Stretch[];
  shortenedByMinutes: number;
}

/** One of `GET /api/regulation`, which lists them in the order in which they hold. */
export interface Edition {
  settings: Settings;
  /** 0: it came with the product. */
  version: number;
}

/** Paid support is promised at any time of the day and the year. */
export const countsWorkingTime = (level: LevelName) => level !== 'paid';

/** The day from which it holds, '' for always: before every other. */
export const startOf = ({ settings }: Edition) => settings.holdsFrom ?? '';

/** `today` as `2026-11-23`. */
export const holdsOn = (editions: readonly Edition[], today: string) => editions.findLast((edition) => startOf(edition) <= today);

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** The minutes of a working day; 0 while its hours are being written. */
export function dayLength(hours: readonly Stretch[]): number {
  const length = hours.reduce((sum, { from, until }) => sum + (minutesOf(until) || 24 * 60) - minutesOf(from), 0);
  return length > 0 ? length : 0;
}

/** The next name of the kind "regulation-2". */
export function nextName(editions: readonly Edition[]): string {
  const numbers = editions.map(({ settings }) => Number(/^regulation-(\d+)$/.exec(settings.name)?.[1] ?? 0));
  return `regulation-${Math.max(0, ...numbers) + 1}`;
}
