import { useSignal } from '@preact/signals';
import type { AgentTicket, CallbackView } from '../../contract/hubs';
import { Refused } from '../../core/refused';
import { logCall, useFace } from '../face';
import { useWords } from '../settings/frame';
import { api } from '../settings/kit/http';
import './phone.css';
import { phoneSpeech } from './speech';
import { usePhones } from './usePhones';

/** The phone in the ticket's pane: who asks to be called back, whom one can call, and the note of it. */
export function PhoneBox({ ticket, isOver }: { ticket: AgentTicket; isOver: boolean }) {
  return (
    <>
      {ticket.callback && <CallbackBox ticket={ticket} callback={ticket.callback} />}
      <Phones key={ticket.id} ticket={ticket.id} isOver={isOver} />
    </>
  );
}

/** The numbers are asked for when they are unfolded. */
function Phones({ ticket, isOver }: { ticket: string; isOver: boolean }) {
  const w = useWords(phoneSpeech);
  const face = useFace();
  const isOpen = useSignal(false);
  return (
    <details class="phones" onToggle={(event) => (isOpen.value = event.currentTarget.open)}>
      <summary>{w.t('phones')}</summary>
      {isOpen.value && <Numbers ticket={ticket} />}
      {!isOver && (
        <button type="button" class="button quiet" onClick={() => logCall(face, null)}>
          {w.t('log.do')}
        </button>
      )}
    </details>
  );
}

function CallbackBox({ ticket, callback: { number, tel, time } }: { ticket: AgentTicket; callback: CallbackView }) {
  const w = useWords(phoneSpeech);
  const face = useFace();
  const dismiss = () => void api.post(`/api/tickets/${ticket.id}/callback/dismiss`).catch((error: unknown) => (face.desk.refusal.value = error instanceof Refused ? error.code : 'lost'));
  return (
    <section class="callback-box" aria-label={w.t('callback')} data-testid="callback">
      <h3>{w.t('callback')}</h3>
      <p>
        {tel === null ? number : <a href={tel}>{w.t('callback.call', { number })}</a>} · {face.words.value.t(`callback.${time}`)}
      </p>
      <div class="actions">
        <button type="button" class="button" onClick={() => logCall(face, null)}>
          {w.t('callback.log')}
        </button>
        <button type="button" class="button quiet" onClick={dismiss}>
          {w.t('callback.dismiss')}
        </button>
      </div>
    </section>
  );
}

function Numbers({ ticket }: { ticket: string }) {
  const w = useWords(phoneSpeech);
  const phones = usePhones(ticket);
  if (phones === null) return <p class="nothing">{w.t('loading')}</p>;
  if (phones.length === 0) return <p class="nothing">{w.t('phones.none')}</p>;
  return (
    <ul>
      {phones.map(({ number, tel, name }) => (
        <li key={number}>
          {tel === null ? number : <a href={tel}>{number}</a>} <span class="hint">{name ?? w.t('phones.visitor')}</span>
        </li>
      ))}
    </ul>
  );
}
