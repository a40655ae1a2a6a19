import { type Level, type LevelName, type RegulationWords, type Stretch, countsWorkingTime, dayLength } from './edition';

/** "с 10:00 до 13:00 и с 14:00 до 19:00 (МСК)" */
export function hoursWords(hours: readonly Stretch[], w: RegulationWords): string {
  const stretches = hours.map(({ from, until }) => w.t('hours.stretch', { from, until: until === '00:00' ? '24:00' : until }));
  return w.t('hours.moscow', { hours: new Intl.ListFormat(w.locale).format(stretches) });
}

/** "2 часа 30 минут" */
function clockWords(minutes: number, w: RegulationWords): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 && w.plural('hours', hours), (rest > 0 || hours === 0) && w.plural('minutes', rest)].filter(Boolean).join(' ');
}

/** "2 рабочих дня (18 часов)": working time in days of these hours, where it fills one. */
export function timeWords(minutes: number, level: LevelName, hours: readonly Stretch[], w: RegulationWords): string {
  const length = dayLength(hours);
  if (!countsWorkingTime(level) || length === 0 || minutes < length) return clockWords(minutes, w);
  const rest = minutes % length;
  const days = [w.plural('days', Math.floor(minutes / length)), rest > 0 && clockWords(rest, w)].filter(Boolean).join(' ');
  return `${days} (${clockWords(minutes, w)})`;
}

/** The time until the reaction, and which time it is. */
export function budgetWords({ budgetMinutes }: Level, level: LevelName, hours: readonly Stretch[], w: RegulationWords): string {
  const isDays = dayLength(hours) > 0 && budgetMinutes >= dayLength(hours);
  return w.t(!countsWorkingTime(level) ? 'level.always' : isDays ? 'level.days' : 'level.working', { time: timeWords(budgetMinutes, level, hours, w) });
}

export function guardWords({ budgetMinutes, guardMinutes }: Level, level: LevelName, hours: readonly Stretch[], w: RegulationWords): string {
  if (guardMinutes === 0) return w.t('guard.never');
  if (guardMinutes >= budgetMinutes) return w.t('guard.always');
  return w.t('guard.left', { time: timeWords(guardMinutes, level, hours, w) });
}

export const shortenedWords = (minutes: number, w: RegulationWords) => (minutes === 0 ? w.t('shortened.none') : w.t('shortened.by', { time: clockWords(minutes, w) }));
