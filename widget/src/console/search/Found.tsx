import type { ComponentChildren } from 'preact';
import type { AgentTicket } from '../../contract/hubs';
import { look, useFace } from '../face';
import { useWords } from '../settings/frame';
import type { FoundClinic, FoundMessage, FoundVisitor, Group, Part, Results } from './results';
import { searchSpeech } from './speech';

/** One group of what was found; nothing where there is nothing. */
export function Found({ group, results, more }: { group: Group; results: Results; more(): void }) {
  const w = useWords(searchSpeech);
  const page = results[group];
  if (page.items.length === 0) return null;
  const title = w.t(`search.${group}`);
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {group === 'tickets' && results.tickets.items.map(({ ticket, subject }) => <TicketLine key={ticket.id} ticket={ticket} parts={subject} />)}
        {group === 'messages' && results.messages.items.map((message, i) => <MessageLine key={i} message={message} />)}
        {group === 'clinics' && results.clinics.items.map((clinic) => <ClinicLine key={clinic.id} clinic={clinic} />)}
        {group === 'visitors' && results.visitors.items.map((visitor) => <VisitorLine key={visitor.id} visitor={visitor} />)}
      </ul>
      {page.next !== null && (
        <button type="button" class="button quiet" onClick={more}>
          {w.t('search.more', { group: title.toLowerCase() })}
        </button>
      )}
    </section>
  );
}

/** Text alone, whatever stands in it. */
function Marked({ parts }: { parts: readonly Part[] }) {
  return <span class="found-text">{parts.map(({ text, hit }, i) => (hit ? <mark key={i}>{text}</mark> : text))}</span>;
}

/** Leads to a ticket, and the search is left. */
function Lead({ ticket, children }: { ticket: AgentTicket; children: ComponentChildren }) {
  const face = useFace();
  const open = () => {
    face.stage.dialog.value = null;
    look(face, ticket, false);
  };
  return (
    <li>
      <button type="button" class="found-line" onClick={open}>
        {children}
      </button>
    </li>
  );
}

function Head({ ticket, children }: { ticket: AgentTicket; children?: ComponentChildren }) {
  const w = useFace().words.value;
  return (
    <span class="found-head">
      <span class="number">{ticket.number}</span>
      {children}
      <span class="chip">{w.t(`status.${ticket.status}`)}</span>
      {ticket.clinic && <span>{ticket.clinic.name}</span>}
    </span>
  );
}

function TicketLine({ ticket, parts }: { ticket: AgentTicket; parts: readonly Part[] }) {
  return (
    <Lead ticket={ticket}>
      <Head ticket={ticket} />
      <Marked parts={parts} />
    </Lead>
  );
}

function MessageLine({ message: { ticket, note, authorName, at, text } }: { message: FoundMessage }) {
  const w = useWords(searchSpeech);
  const when = new Date(at).toLocaleString(w.locale, { timeZone: 'Europe/Moscow', dateStyle: 'short', timeStyle: 'short' });
  return (
    <Lead ticket={ticket}>
      <Head ticket={ticket}>{note && <span class="chip found-note">{w.t('search.note')}</span>}</Head>
      <Marked parts={text} />
      <span class="found-foot">
        {authorName ?? (note ? '' : w.t('search.visitor'))} <time dateTime={at}>{when}</time>
      </span>
    </Lead>
  );
}

function ClinicLine({ clinic }: { clinic: FoundClinic }) {
  const { stage } = useFace();
  return (
    <li>
      <a class="found-line" href={`#settings/clinics/${clinic.id}`} onClick={() => (stage.dialog.value = null)}>
        {clinic.name} {clinic.number && <span class="found-foot">{clinic.number}</span>}
      </a>
    </li>
  );
}

function VisitorLine({ visitor: { id, name, email, clinic } }: { visitor: FoundVisitor }) {
  const { stage } = useFace();
  return (
    <li>
      <a class="found-line" href={`#settings/visitors/${id}`} onClick={() => (stage.dialog.value = null)}>
        {name} <span class="found-foot">{[email, clinic].filter(Boolean).join(' · ')}</span>
      </a>
    </li>
  );
}
