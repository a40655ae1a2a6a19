import type { Alarm } from './alarms';
import { look, useFace } from './face';
import { Left } from './Left';

const shown = 3;

/** Deadlines that come near. Said once to a screen reader, since the list changes only when one is added or gone. */
export function AlarmBar() {
  const { desk, words } = useFace();
  const w = words.value;
  const alarms = desk.alarms.raised.value;
  return (
    <section class="alarms" aria-label={w.t('alarms')} hidden={alarms.length === 0}>
      <div role="alert">
        <ul>
          {alarms.slice(0, shown).map((alarm) => (
            <AlarmRow key={alarm.key} alarm={alarm} />
          ))}
        </ul>
      </div>
      {alarms.length > 1 && (
        <button type="button" class="plain" onClick={() => desk.alarms.dismissAll()}>
          {w.plural('alarm.dismissAll', alarms.length)}
        </button>
      )}
    </section>
  );
}

function AlarmRow({ alarm: { key, stage, ticket } }: { alarm: Alarm }) {
  const face = useFace();
  const { desk, words } = face;
  const w = words.value;
  const open = () => {
    desk.alarms.dismiss(key);
    look(face, ticket);
  };
  return (
    <li class={`alarm ${stage}`}>
      <span>
        <strong>{w.t(`alarm.${stage}`)}</strong> {ticket.number}
      </span>
      <Left ticket={ticket} />
      <button type="button" class="button quiet" onClick={open}>
        {w.t('alarm.open')}
      </button>
      <button type="button" class="plain" onClick={() => desk.alarms.dismiss(key)}>
        {w.t('dismiss')}
      </button>
    </li>
  );
}
