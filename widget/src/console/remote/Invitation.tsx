import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { AgentTicket } from '../../contract/hubs';
import { newId } from '../../ui/browser';
import { useWords } from '../settings/frame';
import type { Access, Acts } from './Remote';
import { remoteSpeech } from './speech';

/** The purpose in words, and in which of the two ways the customer lets one in. */
export function Invitation({ ticket, access, acts }: { ticket: AgentTicket; access: Access; acts: Acts }) {
  const w = useWords(remoteSpeech);
  const purpose = useSignal('');
  const asksForId = useSignal(!access.canMake);
  // The same on every try, so that a repetition makes no second one.
  const session = useRef(newId());
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => box.current?.focus(), []);
  const invite = (event: Event) => {
    event.preventDefault();
    void acts.post('', { session: session.current, purpose: purpose.peek(), asksForId: asksForId.peek() || !access.canMake });
  };
  return (
    <form onSubmit={invite}>
      <label class="field">
        {w.t('remote.purpose')}
        <textarea ref={box} rows={2} maxLength={300} value={purpose.value} aria-describedby="remote-purpose" onInput={(event) => (purpose.value = event.currentTarget.value)} />
      </label>
      <p id="remote-purpose" class="hint">
        {w.t('remote.purpose.hint')}
      </p>
      {access.canMake ? (
        <label class="check">
          <input type="checkbox" checked={asksForId.value} onChange={(event) => (asksForId.value = event.currentTarget.checked)} />
          {w.t('remote.asksForId')}
        </label>
      ) : (
        <p class="hint">{w.t('remote.noToken')}</p>
      )}
      {ticket.channel === 'Email' && <p class="hint">{w.t('remote.byMail')}</p>}
      <div class="actions">
        <button type="submit" class="button" disabled={purpose.value.trim() === '' || acts.isBusy}>
          {w.t('remote.invite')}
        </button>
      </div>
    </form>
  );
}
