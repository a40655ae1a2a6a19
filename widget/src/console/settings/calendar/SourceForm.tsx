import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import { useWords } from '../frame';
import { TextField } from '../kit/fields';
import { FileDrop } from '../kit/FileDrop';
import { Form } from '../kit/Form';
import { useForm } from '../kit/useForm';
import type { DraftState } from './draft';
import { calendarSpeech, type CalendarYear } from './year';

interface SourceProps {
  year: CalendarYear;
  draft: DraftState;
  next(): void;
  left(): void;
}

/** A published year from a file, and the decree that it is by. */
export function SourceForm({ year, draft, next, left }: SourceProps) {
  const w = useWords(calendarSpeech);
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const file = useSignal(draft.file);
  const own = year.decree ?? '';
  const form = useForm({
    w,
    initial: { decree: draft.decree ?? own },
    save: ({ decree }) => Promise.resolve(draft.take({ file: file.peek(), decree: decree.trim() === own ? null : decree.trim() })),
    saved: next,
  });
  const read = (chosen: File) => void chosen.text().then((text) => (file.value = { name: chosen.name, text }));
  return (
    <section class="source" aria-labelledby={id}>
      <h3 id={id} ref={heading} tabIndex={-1}>{w.t('calendar.import')}</h3>
      <Form of={form} save={w.t('calendar.preview')} left={left}>
        <FileDrop label={w.t('source.file', { year: year.year })} hint={w.t('source.file.hint')} kinds={['xml', 'json']} limit={0.05} chosen={read} />
        {file.value && (
          <p class="field-row">
            {w.t('source.chosen', { name: file.value.name })}
            <button type="button" class="plain" onClick={() => (file.value = null)}>
              {w.t('source.drop')}
            </button>
          </p>
        )}
        <TextField label={w.t('source.decree')} hint={w.t('source.decree.hint')} maxLength={200} pattern=".*от \d\d\.\d\d\.\d\d\d\d № \S+" {...form.field('decree')} />
      </Form>
    </section>
  );
}
