import { useSignal } from '@preact/signals';
import type { AgentTicket } from '../contract/hubs';
import { Dialog } from './Dialog';
import { useFace } from './face';

/** Staff decide on a claim (§2.2.3): yes, or no and why. */
export function ClaimDialog({ ticket }: { ticket: AgentTicket }) {
  const { desk, words, stage } = useFace();
  const w = words.value;
  const reason = useSignal('');
  const close = (done: boolean) => {
    if (done) stage.dialog.value = null;
  };
  const reject = async (event: Event) => {
    event.preventDefault();
    if (reason.value.trim() !== '') close(await desk.change('RejectCriticality', { ticket: ticket.id, reason: reason.value.trim() }));
  };
  return (
    <Dialog title={w.t('claim.decide', { kind: w.t(`kind.${ticket.claim?.kind ?? ticket.kind}`) })}>
      <form onSubmit={(event) => void reject(event)}>
        <label class="field">
          {w.t('claim.reason')}
          <textarea rows={3} value={reason.value} aria-describedby="claim-hint" autofocus onInput={(event) => (reason.value = event.currentTarget.value)} />
        </label>
        <p id="claim-hint" class="hint">
          {w.t('claim.reason.hint')}
        </p>
        <div class="actions">
          <button type="button" class="button" disabled={desk.isBusy.value} onClick={() => void desk.change('ConfirmCriticality', { ticket: ticket.id }).then(close)}>
            {w.t('claim.confirm')}
          </button>
          <button type="submit" class="button quiet" disabled={reason.value.trim() === '' || desk.isBusy.value}>
            {w.t('claim.reject')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
