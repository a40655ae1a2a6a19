import { useSignal } from '@preact/signals';
import type { AgentTicket, RequestKind } from '../contract/hubs';
import { Dialog } from './Dialog';
import { useFace } from './face';

export const kinds: readonly RequestKind[] = [
  'Question', 'WorkStopped', 'CriticalError', 'FirstInstallation', 'Training', 'ModuleSetup', 'WindowsHelp', 'DevelopmentRequest', 'OutOfScope',
];

/** Another kind may move the deadline, so it is chosen, then confirmed. */
export function KindDialog({ ticket }: { ticket: AgentTicket }) {
  const { desk, words, stage } = useFace();
  const w = words.value;
  const kind = useSignal(ticket.kind);
  const reason = useSignal('');
  const submit = async (event: Event) => {
    event.preventDefault();
    if (await desk.change('ChangeKind', { ticket: ticket.id, kind: kind.value, reason: reason.value.trim() || null })) stage.dialog.value = null;
  };
  return (
    <Dialog title={w.t('kind.change')}>
      <form onSubmit={(event) => void submit(event)}>
        <fieldset class="choices">
          <legend class="visually-hidden">{w.t('kind')}</legend>
          {kinds.map((each) => (
            <label key={each} class="choice">
              <input type="radio" name="kind" checked={kind.value === each} onChange={() => (kind.value = each)} />
              <span>
                <strong>{w.t(`kind.${each}`)}</strong> <span class="hint">{w.t(`kind.hint.${each}`)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <label class="field">
          {w.t('kind.reason')}
          <input type="text" value={reason.value} maxLength={500} onInput={(event) => (reason.value = event.currentTarget.value)} />
        </label>
        <button type="submit" class="button" disabled={kind.value === ticket.kind || desk.isBusy.value}>
          {w.t('kind.change')}
        </button>
      </form>
    </Dialog>
  );
}
