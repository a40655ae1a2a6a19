import type { AgentTicket, Lane, QueueItem } from '../contract/hubs';
import { openFor, takeNext, useFace } from './face';
import { type Row, useHeldLists } from './heldLists';
import { TicketRow } from './TicketRow';

/** The server counts no further. */
const mostCounted = 1_000;
const lanes: Lane[] = ['Critical', 'AtRisk', 'InTurn'];

export function QueuePane() {
  const face = useFace();
  const { desk, words } = face;
  const w = words.value;
  const { queue, mine, waits, moved, settle } = useHeldLists();
  return (
    <nav class="pane queue-pane" aria-label={w.t('queue')}>
      <div class="take-next">
        <button type="button" class="button" disabled={desk.isBusy.value || desk.link.value !== 'open'} onClick={() => void takeNext(face)}>
          {w.t('takeNext')}
        </button>
        <button type="button" class="plain" onClick={() => openFor(face, null)}>
          {w.t('newTicket.open')}
        </button>
      </div>
      <div class="lists" onPointerMove={moved} onPointerLeave={settle}>
        <Mine rows={mine} />
        <Queue rows={queue} />
      </div>
      <p class="queue-news" role="status" hidden={!waits}>
        {waits && w.t('queue.waits')}{' '}
        {waits && (
          <button type="button" class="plain" onClick={settle}>
            {w.t('queue.show')}
          </button>
        )}
      </p>
    </nav>
  );
}

function Queue({ rows }: { rows: Row<QueueItem>[] }) {
  const { desk, words } = useFace();
  const w = words.value;
  const { total, items } = desk.queue.value;
  const isCounted = total < mostCounted;
  return (
    <section aria-label={w.t('queue')}>
      <h2>
        {w.t('queue')} <span class="count">{isCounted ? total : `${new Intl.NumberFormat(w.locale).format(total)}+`}</span>
      </h2>
      {rows.length === 0 && desk.isLoaded.value && <p class="nothing">{w.t('queue.empty')}</p>}
      {lanes.map((lane) => (
        <LaneRows key={lane} lane={lane} rows={rows.filter(({ item }) => item.lane === lane)} />
      ))}
      {total > items.length && <p class="nothing">{isCounted ? w.plural('queue.more', total - items.length) : w.t('queue.first', { count: items.length })}</p>}
    </section>
  );
}

function LaneRows({ lane, rows }: { lane: Lane; rows: Row<QueueItem>[] }) {
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

function Mine({ rows }: { rows: Row<AgentTicket>[] }) {
  const { desk, stage, words } = useFace();
  const w = words.value;
  return (
    <section aria-label={w.t('mine')}>
      <h2>
        {w.t('mine')} <span class="count">{rows.length}</span>
      </h2>
      {desk.mine.value.length > 0 && (
        <button type="button" class="plain hand-over" onClick={() => (stage.dialog.value = 'handOver')}>
          {w.t('handOver.open')}
        </button>
      )}
      {rows.length === 0 && desk.isLoaded.value && <p class="nothing">{w.t('mine.empty')}</p>}
      <ol>
        {rows.map(({ item, isGone }) => (
          <li key={item.id}>
            <TicketRow ticket={item} isGone={isGone} isUnread={desk.unread.value.has(item.id)}>
              <span class="why">{w.t(`status.${item.status}`)}</span>
            </TicketRow>
          </li>
        ))}
      </ol>
    </section>
  );
}
