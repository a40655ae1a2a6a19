import { useSignal } from '@preact/signals';
import type { CallTicket, CallView } from '../../contract/hubs';
import { messageTime } from '../../i18n/moscow';
import { Icon } from '../../ui/icons';
import { logCall, openFor, useFace } from '../face';
import { useWords } from '../settings/frame';
import { lengthWords } from './length';
import './phone.css';
import { phoneSpeech } from './speech';

/** So many cards at a time: the desk stays to be seen. */
const most = 3;

/** Who calls: a card each, in a corner, until it is logged, hidden on this desk, or some time has passed. It takes no focus from anybody. */
export default function CallCards() {
  const w = useWords(phoneSpeech);
  const { desk } = useFace();
  const hidden = useSignal<readonly string[]>([]);
  const calls = desk.alarms.phone.value.filter(({ id }) => !hidden.value.includes(id));
  const callbacks = desk.alarms.callbacks.value;
  return (
    <section class="calls" aria-label={w.t('calls')} hidden={calls.length + callbacks.length === 0}>
      <div role="status">
        <ul>
          {callbacks.length > 0 && <Callbacks tickets={callbacks} />}
          {calls.slice(0, most).map((call) => (
            <Card key={call.id} call={call} hide={() => (hidden.value = [...hidden.value, call.id])} />
          ))}
        </ul>
      </div>
    </section>
  );
}

/** Nobody has these tickets, and nobody waits on them: they are in no other list. */
function Callbacks({ tickets }: { tickets: readonly CallTicket[] }) {
  const w = useWords(phoneSpeech);
  return (
    <li class="call-card" data-testid="callbacks">
      <p class="call-head">
        <strong>{w.t('callbacks')}</strong>
      </p>
      <ul class="call-tickets">
        {tickets.slice(0, most).map((ticket) => (
          <TicketLine key={ticket.id} call={null} ticket={ticket} />
        ))}
      </ul>
    </li>
  );
}

function Card({ call, hide }: { call: CallView; hide(): void }) {
  const w = useWords(phoneSpeech);
  const face = useFace();
  const number = call.number ?? w.t('call.withheld');
  const [clinic] = call.clinics;
  const open = () => openFor(face, { visitor: null, clinic: clinic ?? null, name: call.name, phone: call.number, call: call.id });
  return (
    <li class={`call-card ${call.missed ? 'missed' : call.state}`} data-testid="call">
      <p class="call-head">
        <strong>{w.t(call.missed ? 'call.missed' : `call.${call.state}`)}</strong>{' '}
        <time dateTime={call.at}>{w.t('call.at', { time: messageTime(new Date(call.at), w.locale, true) })}</time>
        {call.seconds !== null && !call.missed && <span>{lengthWords(call.seconds)}</span>}
        <button type="button" class="icon-button" aria-label={w.t('call.hide.of', { number })} onClick={hide}>
          <Icon name="close" />
        </button>
      </p>
      <p class="call-who">
        {call.tel === null ? number : <a href={call.tel}>{number}</a>} {call.name}
      </p>
      {call.clinics.map(({ id, name }) => (
        <p key={id} class="call-clinic">
          <a href={`#settings/clinics/${id}`}>{name}</a>
        </p>
      ))}
      {call.clinics.length + call.tickets.length === 0 && <p class="hint">{w.t('call.unknown')}</p>}
      {call.clinics.length > 0 && call.tickets.length === 0 && <p class="hint">{w.t('call.noTickets')}</p>}
      <ul class="call-tickets">
        {call.tickets.map((ticket) => (
          <TicketLine key={ticket.id} call={call} ticket={ticket} />
        ))}
      </ul>
      <p>
        <button type="button" class="button quiet" onClick={open}>
          {w.t('call.new')}
        </button>
      </p>
    </li>
  );
}

/** One press opens the ticket, another logs the call on it. */
function TicketLine({ call, ticket: { id, number, preview } }: { call: CallView | null; ticket: CallTicket }) {
  const w = useWords(phoneSpeech);
  const face = useFace();
  const open = async () => {
    face.stage.turnTo({ wantsBox: false });
    return face.desk.openLinked(id);
  };
  const log = async () => {
    if (await open()) logCall(face, call);
  };
  return (
    <li>
      <button type="button" class="plain" aria-label={w.t('call.open', { number, preview })} title={preview} onClick={() => void open()}>
        {number} <span class="hint">{preview}</span>
      </button>
      <button type="button" class="button quiet" aria-label={w.t('call.log.on', { number })} onClick={() => void log()}>
        {w.t('call.log')}
      </button>
    </li>
  );
}
