import { Fragment } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import type { AgentTicket } from '../contract/hubs';
import { Icon } from '../ui/icons';
import { useStickToBottom } from '../ui/useStickToBottom';
import { DeskComposer } from './DeskComposer';
import { DayMark, EntryView, LetterView } from './Entries';
import { useFace } from './face';
import { fetchFiles } from './filesPart';
import { Lock } from './Lock';
import type { OpenTicket } from './openTicket';
import { type Standing, standing } from './standing';
import { merged } from './transcript';

export function ConversationPane() {
  const { desk, words } = useFace();
  const w = words.value;
  const open = desk.open.value;
  if (open) return <Opened key={open.ticket.peek().id} open={open} />;
  return (
    <section class="pane conversation nothing-open" aria-label={w.t('pane.talk')}>
      <h2>{w.t('empty.title')}</h2>
      <p>{w.t('empty.text')}</p>
      <p class="nothing">{w.t('empty.keys')}</p>
    </section>
  );
}

function Opened({ open }: { open: OpenTicket }) {
  const { desk, words } = useFace();
  const ticket = open.ticket.value;
  const stands = standing(ticket, desk.me.value?.id);
  useReading(open, stands);
  useEffect(fetchFiles, []);
  return (
    <section class="pane conversation" aria-label={words.value.t('pane.talk')}>
      <Head ticket={ticket} />
      <Log open={open} />
      <p class="typing" role="status">
        {open.typing.isActive.value ? words.value.t('typing') : ''}
      </p>
      {stands.isHeld ? <DeskComposer ticket={ticket.id} /> : <Reading ticket={ticket} stands={stands} />}
    </section>
  );
}

/** Whoever holds the ticket and looks at it has read it; a colleague who leafs through has not. */
function useReading(open: OpenTicket, { isMine }: Standing): void {
  const { desk, stage } = useFace();
  const { messages, isLoaded } = open;
  const isBehind = stage.route.isSettings.value;
  useEffect(() => {
    const read = () => {
      if (isMine && !isBehind && isLoaded.peek() && document.visibilityState === 'visible') desk.markRead(open);
    };
    read();
    document.addEventListener('visibilitychange', read);
    return () => document.removeEventListener('visibilitychange', read);
  }, [messages.value, isLoaded.value, isMine, isBehind, desk.link.value]);
}

function Head({ ticket }: { ticket: AgentTicket }) {
  const { words } = useFace();
  const w = words.value;
  return (
    <header class="talk-head">
      <h2>{ticket.preview}</h2>
      <p>
        {ticket.number} · {ticket.clinic?.name ?? ticket.visitorName ?? w.t('visitor.unnamed')}
      </p>
    </header>
  );
}

function Log({ open }: { open: OpenTicket }) {
  const { desk, words } = useFace();
  const w = words.value;
  const ticket = open.ticket.value;
  const messages = open.messages.value;
  const events = open.events.value;
  const entries = useMemo(() => merged(messages, events, open.hasOlder.value), [messages, events]);
  const letters = desk.letters.value.filter(({ body }) => body.ticket === ticket.id);
  const { list, isBehind, toBottom } = useStickToBottom(entries.length, letters.length, messages[0]?.sequence ?? 0);
  const about = events.find(({ type }) => type === 'TicketOpened')?.messages;
  const lastOfOurs = messages.findLast(({ author }) => author === 'Agent')?.sequence;
  return (
    <div class="log-frame">
      <div class="log" ref={list} role="log" tabIndex={0} aria-label={w.t('log', { number: ticket.number })} aria-live={open.isLoaded.value ? 'polite' : 'off'}>
        {!open.isLoaded.value && <p class="nothing">{w.t('loading')}</p>}
        {open.hasOlder.value && (
          <button type="button" class="plain older" onClick={() => void desk.older()}>
            {w.t('older')}
          </button>
        )}
        <ol>
          {entries.map((entry, at) => (
            <Fragment key={entry.kind === 'message' ? `m${entry.message.sequence}` : `e${entry.event.sequence}`}>
              <DayMark at={entry.at} before={entries[at - 1]?.at} />
              <EntryView entry={entry} isLastOfOurs={entry.kind === 'message' && entry.message.sequence === lastOfOurs} isAbout={entry.kind === 'message' && about?.includes(entry.message.id)} />
            </Fragment>
          ))}
          {letters.map((letter) => (
            <LetterView key={letter.id} letter={letter} />
          ))}
        </ol>
      </div>
      {isBehind && (
        <button type="button" class="button newest" onClick={toBottom}>
          <Icon name="down" size={16} /> {w.t('new')}
        </button>
      )}
    </div>
  );
}

/** Reading without having taken: nothing goes to the customer by accident, but colleagues can be told something. */
function Reading({ ticket, stands }: { ticket: AgentTicket; stands: Standing }) {
  const { desk, stage, words } = useFace();
  const w = words.value;
  const isNoting = stage.mode.value === 'note';
  return (
    <>
      <div class="reading">
        <p>{stands.isOver ? w.t(ticket.status === 'Closed' ? 'closed' : 'over') : ticket.assignedTo ? w.t('taken', { name: ticket.assignedTo.name }) : w.t('reading')}</p>
        <button type="button" class="button quiet" aria-pressed={isNoting} onClick={() => (stage.mode.value = isNoting ? 'reply' : 'note')}>
          <Lock /> {w.t('note.add')}
        </button>
        {stands.isFree && (
          <button type="button" class="button" disabled={desk.isBusy.value} onClick={() => void desk.take(ticket.id)}>
            {w.t('take')}
          </button>
        )}
        {ticket.status === 'Resolved' && (
          <button type="button" class="button" disabled={desk.isBusy.value} onClick={() => void desk.change('Reopen', { ticket: ticket.id })}>
            {w.t('reopen')}
          </button>
        )}
      </div>
      {isNoting && <DeskComposer ticket={ticket.id} onlyNotes />}
    </>
  );
}
