import { useFace } from '../../face';
import { linkTo } from '../address';
import { useWords } from '../frame';
import { Loaded } from '../kit/Loaded';
import { Page } from '../kit/Page';
import { Table } from '../kit/Table';
import { useResource } from '../kit/useResource';
import { mayAs, type ScreenProps } from '../screens';
import { EditShift } from './EditShift';
import { dayOf, isOverNight, type Roster, type Shift, shiftSpeech } from './shift';

/** Who works when. Everybody reads it; supervisors plan. */
export default function Shifts({ rest: [id] }: ScreenProps) {
  const w = useWords(shiftSpeech);
  const { desk } = useFace();
  const roster = useResource<Roster>('/api/shifts');
  const mayPlan = mayAs(desk.me.value?.roles ?? [], 'Supervisor');
  if (id !== undefined && mayPlan) return <EditShift id={id} roster={roster} />;
  const add = mayPlan && (
    <a class="button" href={linkTo('shifts', 'new')}>
      {w.t('shifts.add')}
    </a>
  );
  return (
    <Page title={w.t('screen.shifts')} about={w.t('shifts.about')} actions={add}>
      <Loaded of={roster}>
        {({ shifts }) => (
          <>
            <Lines title={w.t('shifts.mine')} shifts={shifts.filter(({ agent }) => agent === desk.me.value?.id)} mayPlan={false} />
            <Lines title={w.t('shifts.all')} shifts={shifts} mayPlan={mayPlan} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Lines({ title, shifts, mayPlan }: { title: string; shifts: readonly Shift[]; mayPlan: boolean }) {
  const w = useWords(shiftSpeech);
  const day = (shift: Shift) => (shift.weekday === null ? dayOf(shift, w.locale) : w.t(`shifts.weekly.${shift.weekday}`));
  return (
    <section class="page-part">
      <h3>{title}</h3>
      {shifts.length === 0 ? (
        <p class="nothing">{w.t('shifts.none')}</p>
      ) : (
        <Table
          caption={title}
          rows={shifts}
          keyOf={({ id }) => id}
          columns={[
            { title: w.t('shifts.day'), cell: (shift) => (mayPlan ? <a href={linkTo('shifts', shift.id)}>{day(shift)}</a> : day(shift)) },
            { title: w.t('shifts.hours'), cell: (shift) => `${shift.from}–${shift.until}${isOverNight(shift) ? ` ${w.t('shifts.nextDay')}` : ''}` },
            { title: w.t('shifts.agent'), cell: ({ agent, agentName }) => (agent === null ? <strong>{w.t('shifts.nobody')}</strong> : agentName) },
            { title: w.t('shifts.kind'), cell: ({ kind }) => w.t(`shifts.kind.${kind}`) },
          ]}
        />
      )}
    </section>
  );
}
