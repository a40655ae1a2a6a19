import { useSignal } from '@preact/signals';
import type { AgentTicket } from '../contract/hubs';
import type { DeskWords } from '../i18n/desk';
import { dueWords } from '../i18n/moscow';
import { Dialog } from './Dialog';
import { useFace } from './face';

const toQueue = '';
const longestNote = 1_000;

/** The end of a shift: own tickets go to a colleague or to the queue, each with what is open. */
export function HandOverDialog() {
  const { desk, words, stage } = useFace();
  const w = words.value;
  const to = useSignal(toQueue);
  const kept = useSignal<ReadonlySet<string>>(new Set());
  const written = useSignal<Readonly<Record<string, string>>>({});
  const colleagues = desk.onDuty.value.filter(({ id }) => id !== desk.me.value?.id);
  const noteOf = (ticket: AgentTicket) => written.value[ticket.id] ?? openWords(ticket, w);
  const chosen = desk.mine.value.filter(({ id }) => !kept.value.has(id));
  const hand = async (event: Event) => {
    event.preventDefault();
    const tickets = chosen.map((ticket) => ({ ticket: ticket.id, note: noteOf(ticket) }));
    if (await desk.handOver({ tickets, to: to.value === toQueue ? null : to.value })) stage.dialog.value = null;
  };
  const choose = (id: string, isChosen: boolean) => {
    const next = new Set(kept.value);
    if (isChosen) next.delete(id);
    else next.add(id);
    kept.value = next;
  };
  return (
    <Dialog title={w.t('handOver')}>
      <form onSubmit={(event) => void hand(event)}>
        <label class="field">
          <span>{w.t('handOver.to')}</span>
          <select value={to.value} onChange={(event) => (to.value = event.currentTarget.value)}>
            <option value={toQueue}>{w.t('handOver.queue')}</option>
            {colleagues.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <ul class="handed">
          {desk.mine.value.map((ticket) => (
            <li key={ticket.id}>
              <label class="check">
                <input type="checkbox" checked={!kept.value.has(ticket.id)} onChange={(event) => choose(ticket.id, event.currentTarget.checked)} />
                <span>
                  <strong>{ticket.number}</strong> {ticket.preview}
                </span>
              </label>
              {!kept.value.has(ticket.id) && (
                <input
                  class="handed-note"
                  aria-label={w.t('handOver.note', { number: ticket.number })}
                  required
                  maxLength={longestNote}
                  value={noteOf(ticket)}
                  onInput={(event) => (written.value = { ...written.value, [ticket.id]: event.currentTarget.value })}
                />
              )}
            </li>
          ))}
        </ul>
        <p class="hint">{w.t('handOver.hint')}</p>
        <button type="submit" class="button" disabled={desk.isBusy.value || chosen.length === 0 || chosen.some((ticket) => noteOf(ticket).trim() === '')}>
          {w.plural('handOver.do', chosen.length)}
        </button>
      </form>
    </Dialog>
  );
}

/** To begin with: how the ticket stands. */
function openWords({ status, promise }: AgentTicket, w: DeskWords): string {
  return promise ? w.t('handOver.waits', { due: dueWords(new Date(promise.due), w.locale, true) }) : w.t(`status.${status}`);
}
