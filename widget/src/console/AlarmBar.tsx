import type { AlarmView } from '../contract/hubs';
import { dueWords } from '../i18n/moscow';
import type { Alarm } from './alarms';
import { look, useFace } from './face';
import { Left } from './Left';

const shown = 3;

/** What the server tells until it is acknowledged, then deadlines that come near. Said once to a screen reader, since the list changes only when one is added or gone. */
export function AlarmBar() {
  const { desk, words } = useFace();
  const w = words.value;
  const alarms = desk.alarms.raised.value;
  const calls = desk.alarms.calls.on.value;
  return (
    <section class="alarms" aria-label={w.t('alarms')} hidden={alarms.length + calls.length === 0}>
      <div role="alert">
        <ul>
          {calls.slice(0, shown).map((call) => (
            <CallRow key={`${call.id} ${call.times}`} call={call} />
          ))}
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

function CallRow({ call: { id, kind, ticket, number, due } }: { call: AlarmView }) {
  const face = useFace();
  const { desk, words } = face;
  const w = words.value;
  const seen = desk.queue.value.items.find((item) => item.ticket.id === ticket)?.ticket ?? desk.mine.value.find((mine) => mine.id === ticket);
  return (
    <li class="alarm call">
      <span>
        <strong>{w.t(`alarm.${kind}`)}</strong> {number}
      </span>
      <span>{w.t('alarm.until', { due: dueWords(new Date(due), w.locale, true) })}</span>
      <button type="button" class="button" aria-label={`${w.t('alarm.accept')}: ${number}`} onClick={() => void desk.alarms.calls.acknowledge(id)}>
        {w.t('alarm.accept')}
      </button>
      {seen && (
        <button type="button" class="button quiet" aria-label={`${w.t('alarm.open')}: ${number}`} onClick={() => look(face, seen)}>
          {w.t('alarm.open')}
        </button>
      )}
    </li>
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
