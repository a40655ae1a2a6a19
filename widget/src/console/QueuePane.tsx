import { useSignal, useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Lane } from '../contract/hubs';
import { useFace } from './face';
import { freshRows, holdRows, type Row } from './holdQueue';
import { TicketRow } from './TicketRow';

const lanes: Lane[] = ['Critical', 'AtRisk', 'InTurn'];

export function QueuePane() {
  const { desk, words } = useFace();
  const w = words.value;
  const { rows, moved, left } = useHeldRows();
  const { total, items } = desk.queue.value;
  return (
    <nav class="pane queue-pane" aria-label={w.t('queue')}>
      <div class="take-next">
        <button type="button" class="button" disabled={desk.isBusy.value || desk.link.value !== 'open'} onClick={() => void desk.takeNext()}>
          {w.t('takeNext')}
        </button>
      </div>
      <Mine />
      <section onPointerMove={moved} onPointerLeave={left} aria-label={w.t('queue')}>
        <h2>
          {w.t('queue')} <span class="count">{total}</span>
        </h2>
        {rows.length === 0 && desk.isLoaded.value && <p class="nothing">{w.t('queue.empty')}</p>}
        {lanes.map((lane) => (
          <LaneRows key={lane} lane={lane} rows={rows.filter(({ item }) => item.lane === lane)} />
        ))}
        {total > items.length && <p class="nothing">{w.plural('queue.more', total - items.length)}</p>}
      </section>
    </nav>
  );
}

function LaneRows({ lane, rows }: { lane: Lane; rows: Row[] }) {
  const w = useFace().words.value;
  if (rows.length === 0) return null;
  return (
    <>
      <h3 class={`lane ${lane}`}>{w.t(`lane.${lane}`)}</h3>
      <ol>
        {rows.map(({ item, isGone }) => (
          <li key={item.ticket.id} data-testid="queue-item">
            <TicketRow ticket={item.ticket} isGone={isGone} className={`lane-${item.lane}`}>
              <span class="why">
                {item.place}. {w.t(`reason.${item.reason}`)}
              </span>
            </TicketRow>
          </li>
        ))}
      </ol>
    </>
  );
}

function Mine() {
  const { desk, words } = useFace();
  const w = words.value;
  const mine = desk.mine.value;
  return (
    <section aria-label={w.t('mine')}>
      <h2>
        {w.t('mine')} <span class="count">{mine.length}</span>
      </h2>
      {mine.length === 0 && desk.isLoaded.value && <p class="nothing">{w.t('mine.empty')}</p>}
      <ol>
        {mine.map((ticket) => (
          <li key={ticket.id}>
            <TicketRow ticket={ticket} isUnread={desk.unread.value.has(ticket.id)} />
          </li>
        ))}
      </ol>
    </section>
  );
}

const rest = 2_000;

/** While the pointer moves over the queue its rows stay where they are; two seconds after it rests they settle. */
function useHeldRows() {
  const { desk } = useFace();
  const rows = useSignal<Row[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const settle = () => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
    rows.value = freshRows(desk.queue.peek().items);
  };
  useSignalEffect(() => {
    const { items } = desk.queue.value;
    rows.value = timer.current === null ? freshRows(items) : holdRows(rows.peek(), items);
  });
  const moved = () => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = setTimeout(settle, rest);
  };
  return { rows: rows.value, moved, left: settle };
}
