import { useSignal } from '@preact/signals';
import { useUnsaved } from '../unsaved';
import { type Day, type DayEdit, isWeekend } from './year';

/** What somebody wants a year to be; nothing of it is saved yet. */
export interface Draft {
  file: { name: string; text: string } | null;
  /** Null: as it is, or as the file says; '': there is none yet. */
  decree: string | null;
  days: readonly DayEdit[];
}

const none: Draft = { file: null, decree: null, days: [] };

export interface DraftState extends Draft {
  isEmpty: boolean;
  /** The decree and the file, where they are otherwise than they were. */
  take(changes: Partial<Pick<Draft, 'file' | 'decree'>>): void;
  edit(edit: DayEdit): void;
  undo(date: string): void;
  clear(): void;
}

export function useDraft(): DraftState {
  const draft = useSignal(none);
  const isEmpty = ({ file, decree, days }: Draft) => file === null && decree === null && days.length === 0;
  useUnsaved(() => !isEmpty(draft.peek()));
  const change = (changes: Partial<Draft>) => (draft.value = { ...draft.peek(), ...changes });
  return {
    ...draft.value,
    isEmpty: isEmpty(draft.value),
    take: change,
    edit: (edit) => change({ days: withEdit(draft.peek().days, edit) }),
    undo: (date) => change({ days: draft.peek().days.filter((day) => day.date !== date) }),
    clear: () => (draft.value = none),
  };
}

/** Whoever makes a weekend a working day says when the rest is instead: that day is then off, unless it was edited itself. */
function withEdit(days: readonly DayEdit[], edit: DayEdit): DayEdit[] {
  const { date, kind, other } = edit;
  const kept = days.filter((day) => day.date !== date);
  const isWorkedWeekend = isWeekend(date) && (kind === 'Working' || kind === 'Shortened');
  const needsRest = isWorkedWeekend && other !== undefined && other.slice(0, 4) === date.slice(0, 4) && !kept.some((day) => day.date === other);
  return [...kept, edit, ...(needsRest ? [{ date: other, kind: 'Moved' as const, other: date }] : [])].sort((a, b) => a.date.localeCompare(b.date));
}

/** What is sent. */
export const bodyOf = ({ file, decree, days }: Draft) => ({ ...(file && { file: file.text }), ...(decree !== null && { decree }), ...(days.length > 0 && { days }) });

/** The day as it would be. */
export function asDay({ date, kind, other, name }: DayEdit, locale: 'ru' | 'en'): Day {
  return { date, kind, other: other ?? null, name: (locale === 'ru' ? name?.russian : name?.english) ?? null };
}
