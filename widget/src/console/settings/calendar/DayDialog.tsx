import { Dialog } from '../../Dialog';
import { useWords } from '../frame';
import { DateField, SelectField, TextField } from '../kit/fields';
import { Form } from '../kit/Form';
import { useForm } from '../kit/useForm';
import { dayWords, longDay } from './dayWords';
import type { DraftState } from './draft';
import { calendarSpeech, type Day, type DayEdit, type DayKind, isWeekend, kinds } from './year';

interface DialogProps {
  day: Day;
  draft: DraftState;
  mayChange: boolean;
  left(): void;
}

/** One day: what it is, and for whoever may, what it is to be. */
export function DayDialog({ day, draft, mayChange, left }: DialogProps) {
  const w = useWords(calendarSpeech);
  const title = longDay(day.date, w.locale);
  return (
    <Dialog title={title.charAt(0).toUpperCase() + title.slice(1)} left={left}>
      <p>{w.t('day.now', { what: dayWords(day, w) })}</p>
      {mayChange && <DayForm day={day} draft={draft} left={left} />}
    </Dialog>
  );
}

interface Values {
  kind: DayKind;
  other: string;
  russian: string;
  english: string;
}

function DayForm({ day, draft, left }: Omit<DialogProps, 'mayChange'>) {
  const w = useWords(calendarSpeech);
  const { date } = day;
  const edited = draft.days.find((edit) => edit.date === date);
  const initial = valuesOf(day, edited, w.locale);
  const take = (values: Values) => Promise.resolve(JSON.stringify(values) === JSON.stringify(initial) ? undefined : draft.edit(editOf(date, values)));
  const form = useForm<Values>({ w, initial, save: take, saved: left });
  const { kind } = form.values;
  const isWorkedWeekend = isWeekend(date) && (kind === 'Working' || kind === 'Shortened');
  return (
    <Form of={form} save={w.t('day.done')} left={left}>
      <SelectField label={w.t('day.becomes')} {...form.field('kind')} options={kinds.filter((one) => one !== 'Weekend' || isWeekend(date)).map((value) => ({ value, label: w.t(`kind.${value}`) }))} />
      {(kind === 'Moved' || isWorkedWeekend) && (
        <DateField label={w.t(kind === 'Moved' ? 'day.from' : 'day.to')} hint={isWorkedWeekend ? w.t('day.to.hint') : undefined} required {...form.field('other')} />
      )}
      {kind === 'Holiday' && (
        <>
          <TextField label={w.t('day.russian')} required maxLength={100} {...form.field('russian')} />
          <TextField label={w.t('day.english')} hint={w.t('day.english.hint')} maxLength={100} {...form.field('english')} />
        </>
      )}
      {edited && (
        <button
          type="button"
          class="plain"
          onClick={() => {
            draft.undo(date);
            left();
          }}
        >
          {w.t('day.undo')}
        </button>
      )}
    </Form>
  );
}

function valuesOf({ kind, other, name }: Day, edited: DayEdit | undefined, locale: 'ru' | 'en'): Values {
  const [russian, english] = edited?.name ? [edited.name.russian, edited.name.english] : locale === 'ru' ? [name, null] : [null, name];
  return { kind, other: other ?? '', russian: russian ?? '', english: english ?? '' };
}

/** Only what the kind of day has. */
function editOf(date: string, { kind, other, russian, english }: Values): DayEdit {
  if (kind === 'Holiday') return { date, kind, name: { russian: russian.trim(), english: english.trim() || russian.trim() } };
  const hasOther = kind === 'Moved' || (kind !== 'Weekend' && isWeekend(date));
  return { date, kind, ...(hasOther && { other }) };
}
