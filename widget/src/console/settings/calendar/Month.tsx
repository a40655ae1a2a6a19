import { useId } from 'preact/hooks';
import { useWords } from '../frame';
import { dayWords, longDay, monthName, notable, weekdays } from './dayWords';
import { calendarSpeech, type Day, datesOf, isWeekend, weeksOf } from './year';

interface MonthProps {
  year: number;
  month: number;
  workingDays: number;
  dayOn(date: string): Day;
  isEdited(date: string): boolean;
  today: string;
  /** The day that the Tab key leads to. */
  reached: string;
  open(date: string): void;
}

/** A month as a grid, and beneath it what its days out of the ordinary are. */
export function Month({ year, month, workingDays, dayOn, isEdited, today, reached, open }: MonthProps) {
  const w = useWords(calendarSpeech);
  const id = useId();
  const told = notable(datesOf(year, month).map(dayOn).filter(isNotable), w);
  return (
    <section class="month" aria-labelledby={id}>
      <h3 id={id}>
        {monthName(year, month, w.locale)} <span class="month-sum">{w.plural('calendar.monthDays', workingDays)}</span>
      </h3>
      <table role="grid" aria-labelledby={id}>
        <thead>
          <tr>
            {weekdays(w.locale).map(({ short, whole }) => (
              <th key={whole} scope="col" abbr={whole}>
                {short}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(year, month).map((week, at) => (
            <tr key={at}>
              {week.map((date, column) =>
                date === null ? (
                  <td key={column} />
                ) : (
                  <td key={column}>
                    <button
                      type="button"
                      data-date={date}
                      class={`day-cell ${lookOf(dayOn(date))}${isEdited(date) ? ' is-edited' : ''}`}
                      tabIndex={date === reached ? 0 : -1}
                      aria-current={date === today ? 'date' : undefined}
                      aria-label={[longDay(date, w.locale), dayWords(dayOn(date), w), isEdited(date) && w.t('calendar.edited')].filter(Boolean).join(', ')}
                      onClick={() => open(date)}
                    >
                      {Number(date.slice(8))}
                      {dayOn(date).kind === 'Shortened' && '*'}
                    </button>
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {told.length > 0 && (
        <ul class="month-days">
          {told.map(({ days, words }) => (
            <li key={words}>
              <strong>{days}</strong> — {words}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const isNotable = ({ date, kind }: Day) => kind !== (isWeekend(date) ? 'Weekend' : 'Working');

/** A weekend on which people work looks as such, shortened or not. */
function lookOf({ date, kind }: Day): string {
  return isWeekend(date) && (kind === 'Working' || kind === 'Shortened') ? 'is-WorkingWeekend' : `is-${kind}`;
}
