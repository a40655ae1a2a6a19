import en from '../../../i18n/settings/calendar.en.json';
import ru from '../../../i18n/settings/calendar.ru.json';
import { speech } from '../../../i18n/settings/words';

export const calendarSpeech = speech({ ru, en });
export type CalendarWords = ReturnType<typeof calendarSpeech>;

export const kinds = ['Working', 'Shortened', 'Holiday', 'Moved', 'Weekend'] as const;
export type DayKind = (typeof kinds)[number];

export interface Day {
  /** `2026-01-09` */
  date: string;
  kind: DayKind;
  /** Where its rest was moved from, or to. */
  other: string | null;
  /** Of the holiday, in the language that was asked for. */
  name: string | null;
}

/** `GET /api/calendar/2026` */
export interface CalendarYear {
  year: number;
  /** 0 while nobody has changed what came with the product. */
  version: number;
  edition: string;
  /** Null: the year is provisional. */
  decree: string | null;
  /** By month, January first. */
  workingDays: readonly number[];
  /** What is not an ordinary working day or weekend. */
  days: readonly Day[];
}

export interface DayEdit {
  date: string;
  kind: DayKind;
  other?: string;
  name?: { russian: string; english: string };
}

/** `POST /api/calendar/2026/preview`. Of a day, null: an ordinary working day or weekend. */
export interface CalendarPreview {
  year: CalendarYear;
  days: readonly { date: string; before: Day | null; after: Day | null }[];
  /** The first of those that move. */
  promises: readonly { ticket: string; number: string; due: string; becomes: string }[];
  promisesTotal: number;
}

/** The years for which the Labour Code's rules are known to the product. */
export const [firstYear, lastYear] = [1992, 2200];

const iso = (year: number, month: number, day: number) => new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);

/** 0 is Monday. */
export const weekdayOf = (date: string) => (new Date(date).getUTCDay() + 6) % 7;
export const isWeekend = (date: string) => weekdayOf(date) > 4;
export const ordinary = (date: string): Day => ({ date, kind: isWeekend(date) ? 'Weekend' : 'Working', other: null, name: null });

export function datesOf(year: number, month: number): string[] {
  return Array.from({ length: new Date(Date.UTC(year, month, 0)).getUTCDate() }, (_, at) => iso(year, month, at + 1));
}

/** The rows of a month; null where another month has the day. */
export function weeksOf(year: number, month: number): (string | null)[][] {
  const dates = datesOf(year, month);
  const cells = [...Array.from({ length: weekdayOf(iso(year, month, 1)) }, () => null), ...dates];
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) => Array.from({ length: 7 }, (_, at) => cells[week * 7 + at] ?? null));
}

/** The day so many days later, earlier if negative. */
export function plusDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The same day of another month; the last one of a shorter month. */
export function plusMonths(date: string, months: number): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return iso(year, month + months, Math.min(day, last));
}
