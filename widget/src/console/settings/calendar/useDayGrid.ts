import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { plusDays, plusMonths, weekdayOf } from './year';

/** Where a key leads from a day, after the grid pattern of WAI-ARIA; null for keys that lead nowhere. */
function target(event: KeyboardEvent, date: string): string | null {
  const year = date.slice(0, 4);
  switch (event.key) {
    case 'ArrowLeft':
      return plusDays(date, -1);
    case 'ArrowRight':
      return plusDays(date, 1);
    case 'ArrowUp':
      return plusDays(date, -7);
    case 'ArrowDown':
      return plusDays(date, 7);
    case 'PageUp':
      return plusMonths(date, -1);
    case 'PageDown':
      return plusMonths(date, 1);
    case 'Home':
      return event.ctrlKey ? `${year}-01-01` : plusDays(date, -weekdayOf(date));
    case 'End':
      return event.ctrlKey ? `${year}-12-31` : plusDays(date, 6 - weekdayOf(date));
    default:
      return null;
  }
}

/** One stop of the Tab key for the days of a year, and the keys that lead from day to day, over the ends of months too. */
export function useDayGrid(year: number, today: string) {
  const box = useRef<HTMLDivElement>(null);
  const reached = useSignal(today.startsWith(`${year}-`) ? today : `${year}-01-01`);
  const reach = (date: string) => {
    reached.value = date;
  };
  const press = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || event.altKey || event.metaKey || event.shiftKey) return;
    const from = event.target.dataset['date'];
    const to = from && target(event, from);
    if (!to) return;
    event.preventDefault();
    if (!to.startsWith(`${year}-`)) return;
    reach(to);
    box.current?.querySelector<HTMLElement>(`[data-date="${to}"]`)?.focus();
  };
  return { box, reached: reached.value, reach, press };
}
