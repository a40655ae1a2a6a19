import { useWords } from '../frame';
import { calendarSpeech } from './year';

const looks = ['Weekend', 'Holiday', 'Moved', 'WorkingWeekend', 'Shortened'] as const;

/** What the looks of days mean. */
export function Legend() {
  const w = useWords(calendarSpeech);
  return (
    <ul class="legend" aria-label={w.t('calendar.legend')}>
      {looks.map((look) => (
        <li key={look}>
          <span class={`day-cell is-${look}`} aria-hidden="true">
            {look === 'Shortened' ? '8*' : '8'}
          </span>
          {w.t(`legend.${look}`)}
        </li>
      ))}
    </ul>
  );
}
