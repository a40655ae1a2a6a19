import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { AgentTicket, CallView } from '../../contract/hubs';
import { newId } from '../../ui/browser';
import { useFace } from '../face';
import { useWords } from '../settings/frame';
import { api, troubleWords } from '../settings/kit/http';
import { lengthWords, secondsOf } from './length';
import './phone.css';
import { phoneSpeech } from './speech';
import type { Phone } from './usePhones';
import { usePhones } from './usePhones';

type Direction = 'Outgoing' | 'Incoming';

/** A call is logged on a ticket: all but what was learnt stands there already. `call`: the exchange's, of which it is the note. */
export default function CallDialog({ ticket, call }: { ticket: AgentTicket; call: CallView | null }) {
  const w = useWords(phoneSpeech);
  const { stage } = useFace();
  const phones = usePhones(ticket.id);
  const direction = useSignal<Direction>(call ? 'Incoming' : 'Outgoing');
  const number = useSignal<string | null>(call ? (call.number ?? '') : null);
  const length = useSignal(call?.seconds ? lengthWords(call.seconds) : '');
  const reached = useSignal(!call?.missed);
  const learnt = useSignal('');
  const [id, list, box] = [useRef(newId()), useId(), useRef<HTMLTextAreaElement>(null)];
  const [trouble, isBusy] = [useSignal<string | null>(null), useSignal(false)];
  useEffect(() => box.current?.focus(), []);
  // The numbers may come late: what is written by then stays.
  const shown = number.value ?? phones?.[0]?.number ?? '';
  const reacts = direction.value === 'Outgoing' && reached.value && ticket.promise !== null;
  const save = async () => {
    const seconds = secondsOf(length.value);
    if (isBusy.peek()) return;
    trouble.value = Number.isNaN(seconds) ? w.t('log.length.wrong') : null;
    if (trouble.value !== null) return;
    isBusy.value = true;
    const body = { id: id.current, direction: direction.value, number: shown.trim() || null, reached: reached.value, learnt: learnt.value, seconds, call: call?.id ?? null };
    await api.post(`/api/tickets/${ticket.id}/calls`, body).then(
      () => (stage.dialog.value = null),
      (error: unknown) => (trouble.value = troubleWords(error, w, true)),
    );
    isBusy.value = false;
  };
  return (
    <form
      class="call-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
      }}
    >
      <p class="call-about">{[ticket.number, ticket.clinic?.name ?? ticket.visitorName].filter(Boolean).join(' · ')}</p>
      <fieldset class="call-direction">
        <legend>{w.t('log.direction')}</legend>
        {(['Outgoing', 'Incoming'] as const).map((each) => (
          <label key={each}>
            <input type="radio" name="direction" checked={direction.value === each} onChange={() => (direction.value = each)} /> {w.t(`log.${each}`)}
          </label>
        ))}
      </fieldset>
      <div class="call-line">
        <label class="field">
          {w.t('log.number')}
          <input type="tel" autocomplete="off" list={list} maxLength={200} value={shown} onInput={(event) => (number.value = event.currentTarget.value)} />
        </label>
        <Numbers id={list} phones={phones ?? []} />
        <label class="field">
          {w.t('log.length')}
          <input type="text" inputMode="numeric" autocomplete="off" maxLength={8} title={w.t('log.length.hint')} placeholder="5:30" value={length.value} onInput={(event) => (length.value = event.currentTarget.value)} />
        </label>
      </div>
      <label class="check">
        <input type="checkbox" checked={reached.value} onChange={(event) => (reached.value = event.currentTarget.checked)} /> {w.t('log.reached')}
      </label>
      <label class="field">
        {w.t('log.learnt')}
        <textarea ref={box} rows={4} maxLength={8000} value={learnt.value} onInput={(event) => (learnt.value = event.currentTarget.value)} />
      </label>
      <p class="hint" role="status">
        {w.t(reacts ? 'log.reacts' : 'log.noClock')} {w.t('log.forStaff')}
      </p>
      {trouble.value !== null && (
        <p class="call-trouble" role="alert">
          {trouble.value}
        </p>
      )}
      <p class="call-foot">
        <button type="submit" class="button" disabled={isBusy.value}>
          {w.t('log.do')}
        </button>
        <kbd>Ctrl+Enter</kbd>
      </p>
    </form>
  );
}

function Numbers({ id, phones }: { id: string; phones: readonly Phone[] }) {
  return (
    <datalist id={id}>
      {phones.map(({ number, name }) => (
        <option key={number} value={number}>
          {name}
        </option>
      ))}
    </datalist>
  );
}
