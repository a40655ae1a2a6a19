import type { AgentTicket, Person } from '../contract/hubs';
import { Dialog } from './Dialog';
import { useFace } from './face';

export function TransferDialog({ ticket }: { ticket: AgentTicket }) {
  const { desk, words, stage } = useFace();
  const w = words.value;
  const colleagues = desk.onDuty.value.filter(({ id }) => id !== desk.me.value?.id);
  const hand = async ({ id }: Person) => {
    if (await desk.change('Transfer', { ticket: ticket.id, to: id })) stage.dialog.value = null;
  };
  return (
    <Dialog title={w.t('transfer.to')}>
      {colleagues.length === 0 && <p class="nothing">{w.t('transfer.nobody')}</p>}
      <ul class="people">
        {colleagues.map((person) => (
          <li key={person.id}>
            <button type="button" class="button quiet wide" disabled={desk.isBusy.value} onClick={() => void hand(person)}>
              {person.name}
            </button>
          </li>
        ))}
      </ul>
      {colleagues.length > 0 && <p class="hint">{w.t('transfer.hint')}</p>}
    </Dialog>
  );
}
