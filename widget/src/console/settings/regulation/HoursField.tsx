import { useId } from 'preact/hooks';
import { useWords } from '../frame';
import { Beneath, describedBy } from '../kit/Field';
import type { Bound } from '../kit/useForm';
import { regulationSpeech, type Stretch } from './edition';

/** The stretches of a working day: two where there is a break between them. */
export function HoursField({ name, value: hours, error, write }: Bound<readonly Stretch[]>) {
  const w = useWords(regulationSpeech);
  const id = useId();
  const hint = w.t('hours.hint');
  const put = (at: number, changes: Partial<Stretch>) => write(hours.map((stretch, one) => (one === at ? { ...stretch, ...changes } : stretch)));
  const input = (at: number, end: keyof Stretch) => (
    <input type="time" name={name} required aria-label={w.t(`hours.${end}`, { number: at + 1 })} aria-invalid={error !== null} value={hours[at]?.[end] ?? ''} onInput={({ currentTarget }) => put(at, { [end]: currentTarget.value })} />
  );
  return (
    <fieldset class="field" aria-describedby={describedBy(id, hint, error)}>
      <legend>{w.t('hours.label')}</legend>
      {hours.map((_, at) => (
        <div key={at} class="field-row stretch">
          {input(at, 'from')}
          <span aria-hidden="true">–</span>
          {input(at, 'until')}
          {hours.length > 1 && (
            <button type="button" class="plain" aria-label={w.t('hours.removeOne', { number: at + 1 })} onClick={() => write(hours.filter((__, one) => one !== at))}>
              {w.t('hours.remove')}
            </button>
          )}
        </div>
      ))}
      <button type="button" class="plain" onClick={() => write([...hours, { from: '', until: '' }])}>
        {w.t('hours.add')}
      </button>
      <Beneath id={id} hint={hint} error={error} />
    </fieldset>
  );
}
