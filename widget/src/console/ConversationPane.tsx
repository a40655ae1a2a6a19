import { Fragment } from 'preact';
import { useMemo } from 'preact/hooks';
import type { AgentTicket } from '../contract/hubs';
import { useStickToBottom } from '../ui/useStickToBottom';
import { DeskComposer } from './DeskComposer';
import { DayMark, EntryView, LetterView } from './Entries';
import { useFace } from './face';
import type { OpenTicket } from './openTicket';
import { merged } from './transcript';

export function ConversationPane() {
  const { desk, words } = useFace();
  const w = words.value;
  const open = desk.open.value;
  if (open) return <Opened key={open.ticket.peek().id} open={open} />;
  return (
    <main class="pane conversation nothing-open">
      <h2>{w.t('empty.title')}</h2>
      <p>{w.t('empty.text')}</p>
    </main>
  );
}

function Opened({ open }: { open: OpenTicket }) {
  const { desk, words } = useFace();
  const w = words.value;
  const ticket = open.ticket.value;
  const messages = open.messages.value;
  const events = open.events.value;
  const entries = useMemo(() => merged(messages, events), [messages, events]);
  const letters = desk.letters.value.filter(({ body }) => body.ticket === ticket.id);
  const { list } = useStickToBottom(entries.length, letters.length, messages[0]?.sequence ?? 0);
  const isMine = ticket.assignedTo !== null && ticket.assignedTo.id === desk.me.value?.id;
  const isOver = ticket.status === 'Resolved' || ticket.status === 'Closed';
  return (
    <main class="pane conversation">
      <div class="log" ref={list} role="log" tabIndex={0} aria-label={w.t('log', { number: ticket.number })} aria-live={open.isLoaded.value ? 'polite' : 'off'}>
        {!open.isLoaded.value && <p class="nothing">{w.t('loading')}</p>}
        <ol>
          {entries.map((entry, at) => (
            <Fragment key={entry.kind === 'message' ? `m${entry.message.sequence}` : `e${entry.event.sequence}`}>
              <DayMark at={entry.at} before={entries[at - 1]?.at} />
              <EntryView entry={entry} />
            </Fragment>
          ))}
          {letters.map((letter) => (
            <LetterView key={letter.id} letter={letter} />
          ))}
        </ol>
      </div>
      {isMine && !isOver ? <DeskComposer ticket={ticket.id} /> : <Reading ticket={ticket} isOver={isOver} />}
    </main>
  );
}

/** Reading without having taken: nothing can be sent by accident. */
function Reading({ ticket, isOver }: { ticket: AgentTicket; isOver: boolean }) {
  const { desk, words } = useFace();
  const w = words.value;
  return (
    <div class="reading">
      <p>{isOver ? w.t('over') : ticket.assignedTo ? w.t('taken', { name: ticket.assignedTo.name }) : w.t('reading')}</p>
      {!ticket.assignedTo && ticket.status === 'Waiting' && (
        <button type="button" class="button" disabled={desk.isBusy.value} onClick={() => void desk.take(ticket.id)}>
          {w.t('take')}
        </button>
      )}
    </div>
  );
}
