import { useSignal } from '@preact/signals';
import { go, linkTo } from '../address';
import { useFrame, useWords } from '../frame';
import { DateField, SelectField, TextField } from '../kit/fields';
import { Form } from '../kit/Form';
import { api } from '../kit/http';
import { Loaded } from '../kit/Loaded';
import { Page } from '../kit/Page';
import { Trouble } from '../kit/Trouble';
import { useForm } from '../kit/useForm';
import type { Resource } from '../kit/useResource';
import { isOverNight, kinds, type Roster, type Shift, shiftSpeech, weekdays } from './shift';

const once = 'once';

/** A line of the roster: 'new', or the one with this id. */
export function EditShift({ id, roster }: { id: string; roster: Resource<Roster> }) {
  const w = useWords(shiftSpeech);
  const shift = roster.value?.shifts.find((one) => one.id === id);
  return (
    <Page title={w.t(id === 'new' ? 'shifts.new' : 'shifts.one')} up={{ link: linkTo('shifts'), name: w.t('screen.shifts') }}>
      <Loaded of={roster}>
        {({ staff }) =>
          shift === undefined && id !== 'new' ? (
            <p class="nothing">{w.t('refusal.not-found')}</p>
          ) : (
            <>
              <Edit shift={shift} staff={staff} reload={roster.reload} />
              {shift && <Remove shift={shift} />}
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function Edit({ shift, staff, reload }: { shift: Shift | undefined; staff: Roster['staff']; reload(): void }) {
  const w = useWords(shiftSpeech);
  const form = useForm({
    w,
    reload,
    initial: {
      agent: shift?.agent ?? '',
      kind: shift?.kind ?? 'Ordinary',
      day: (shift?.weekday ?? (shift ? once : 'Monday')) as (typeof weekdays)[number] | typeof once,
      date: shift?.date ?? '',
      from: shift?.from ?? '10:00',
      until: shift?.until ?? '19:00',
    },
    save: ({ agent, day, date, ...rest }) => {
      const body = { ...rest, agent: agent === '' ? null : agent, weekday: day === once ? null : day, date: day === once ? date : null, version: shift?.version ?? 0 };
      return shift ? api.put<Shift>(`/api/shifts/${shift.id}`, body) : api.post<Shift>('/api/shifts', body);
    },
    saved: ({ id }) => (shift ? reload() : go(linkTo('shifts', id))),
  });
  const { kind, day } = form.values;
  const may = staff.filter(({ paidSupport }) => kind === 'Ordinary' || paidSupport);
  return (
    <Form of={form}>
      <SelectField label={w.t('shifts.kind')} hint={w.t('shifts.kind.hint')} options={kinds.map((value) => ({ value, label: w.t(`shifts.kind.${value}`) }))} {...form.field('kind')} />
      <SelectField label={w.t('shifts.agent')} none={w.t('shifts.nobody')} options={may.map(({ id, name }) => ({ value: id, label: name }))} {...form.field('agent')} />
      <SelectField label={w.t('shifts.day')} options={[...weekdays.map((value) => ({ value, label: w.t(`shifts.weekly.${value}`) })), { value: once, label: w.t('shifts.once') }]} {...form.field('day')} />
      {day === once && <DateField label={w.t('shifts.date')} required {...form.field('date')} />}
      <TextField type="time" label={w.t('shifts.from')} hint={w.t('shifts.zone')} required {...form.field('from')} />
      <TextField type="time" label={w.t('shifts.until')} {...(isOverNight(form.values) && { hint: w.t('shifts.nextDay') })} required {...form.field('until')} />
    </Form>
  );
}

function Remove({ shift: { id, version } }: { shift: Shift }) {
  const w = useWords(shiftSpeech);
  const { ask } = useFrame();
  const trouble = useSignal<unknown>(null);
  const remove = async () => {
    if (!(await ask({ title: w.t('shifts.remove.title'), text: w.t('shifts.remove.text'), yes: w.t('shifts.remove'), no: w.t('shifts.keep') }))) return;
    await api.delete(`/api/shifts/${id}?version=${version}`).then(
      () => go(linkTo('shifts')),
      (error: unknown) => (trouble.value = error),
    );
  };
  return (
    <section class="page-part">
      {trouble.value !== null && <Trouble error={trouble.value} retry={() => void remove()} />}
      <button type="button" class="button quiet" onClick={() => void remove()}>
        {w.t('shifts.remove')}
      </button>
    </section>
  );
}
