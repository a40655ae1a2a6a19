import { useId } from 'preact/hooks';
import { useWords } from '../frame';
import { Beneath, describedBy } from '../kit/Field';
import type { Bound } from '../kit/useForm';
import { type Level, type LevelName, regulationSpeech, type Stretch } from './edition';
import { budgetWords, guardWords } from './words';

/** The longest budget that is taken, in hours: 250 days of nine. */
const longest = 2250;

interface LevelProps extends Bound<Level> {
  level: LevelName;
  /** Of a working day: what is written in hours is said in days. */
  hours: readonly Stretch[];
}

/** The budget and the guard of a level, in hours and minutes, and under them what that means. */
export function LevelField({ level, hours, name, value, error, write }: LevelProps) {
  const w = useWords(regulationSpeech);
  const id = useId();
  const meaning = [budgetWords(value, level, hours, w), guardWords(value, level, hours, w)].join(' ');
  const time = (property: keyof Level) => {
    const [whole, rest] = [Math.floor(value[property] / 60), value[property] % 60];
    const input = (unit: 'hours' | 'minutes', shown: number, max: number, minutesOf: (number: number) => number) => (
      <>
        <input
          type="number"
          inputMode="numeric"
          name={name}
          required
          min={0}
          max={max}
          step={1}
          aria-label={`${w.t(`level.${property}`)}, ${w.t(`unit.${unit}`)}`}
          aria-invalid={error !== null}
          value={shown}
          onInput={({ currentTarget: { valueAsNumber: number } }) => !Number.isNaN(number) && write({ ...value, [property]: minutesOf(number) })}
        />
        <span aria-hidden="true">{w.t(`unit.${unit}.short`)}</span>
      </>
    );
    return (
      <div class="field-row level-time">
        <span aria-hidden="true">{w.t(`level.${property}`)}</span>
        {input('hours', whole, longest, (number) => number * 60 + rest)}
        {input('minutes', rest, 59, (number) => whole * 60 + number)}
      </div>
    );
  };
  return (
    <fieldset class="field" aria-describedby={describedBy(id, meaning, error)}>
      <legend>{w.t(`level.${level}`)}</legend>
      {time('budgetMinutes')}
      {time('guardMinutes')}
      <Beneath id={id} hint={meaning} error={error} />
    </fieldset>
  );
}
