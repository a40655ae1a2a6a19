import type { ComponentChildren } from 'preact';
import type { AgentTicket, PromiseView } from '../contract/hubs';
import { dueWords, moscowTime } from '../i18n/moscow';
import { RichText } from '../ui/RichText';
import { Extra } from './Extra';
import { look, useFace, useOpenTicket } from './face';
import { History } from './History';
import { Left } from './Left';
import { ClaimBox, TicketActions } from './TicketActions';

export function Details() {
  const { desk, stage, words } = useFace();
  const w = words.value;
  const open = useOpenTicket();
  if (!open) return <section class="pane details" aria-label={w.t('details')} />;
  const { ticket, stands } = open;
  return (
    <section class="pane details" aria-label={w.t('details')}>
      <div class="details-head">
        <h2 data-testid="ticket-number">{ticket.number}</h2>
        <span class={`chip status ${ticket.status}`}>{w.t(`status.${ticket.status}`)}</span>
      </div>
      <Promised ticket={ticket} />
      <ClaimBox ticket={ticket} stands={stands} />
      <Extra of="PhoneBox" ticket={ticket} isOver={stands.isOver} />
      <TicketActions ticket={ticket} stands={stands} />
      <dl>
        <Fact name={w.t('kind')}>
          {w.t(`kind.${ticket.kind}`)}{' '}
          {!stands.isOver && (
            <button type="button" class="plain" disabled={desk.isBusy.value} onClick={() => (stage.dialog.value = 'kind')}>
              {w.t('kind.change.short')}
            </button>
          )}
        </Fact>
        <Fact name={w.t('level')}>
          <span class={`chip level ${ticket.level}`}>{w.t(`level.${ticket.level}`)}</span>
        </Fact>
        {ticket.scope !== 'Served' && <Fact name={w.t('scope')}>{w.t(`scope.${ticket.scope}`)}</Fact>}
        {ticket.criticality !== 'Normal' && <Fact name={w.t('criticality')}>{w.t(`criticality.${ticket.criticality}`)}</Fact>}
        <Fact name={w.t('clinic')}>
          {ticket.clinic ? <a href={`#settings/clinics/${ticket.clinic.id}`}>{ticket.clinic.name}</a> : w.t('clinic.none')}
          {ticket.clinicProposal && !stands.isOver && <Extra of="ClinicProposed" ticket={ticket.id} proposal={ticket.clinicProposal} />}
        </Fact>
        {ticket.clinic && <Fact name={w.t('tariff')}>{ticket.clinic.tariff}</Fact>}
        <Fact name={w.t('visitor')}>
          <a href={`#settings/visitors/${ticket.visitorId}`}>{ticket.visitorName ?? w.t('visitor.unnamed')}</a>
          <span class={ticket.verified ? 'verified' : 'unverified'}>{w.t(ticket.verified ? 'visitor.verified' : 'visitor.unverified')}</span>
          {ticket.blocked && <span class="blocked">{w.t('visitor.blocked')}</span>}
        </Fact>
        <Fact name={w.t('site')}>{ticket.channel === 'Chat' ? ticket.site : w.t(`channel.${ticket.channel}`)}</Fact>
        <Feedback ticket={ticket} />
        <Shown ticket={ticket} />
        <Related />
        {ticket.developmentItem && (
          <Fact name={w.t('development.item')}>
            <a href={`#settings/development/${ticket.developmentItem}`}>{w.t('development.card')}</a>
          </Fact>
        )}
        <Fact name={w.t('assigned')}>{stands.isMine ? w.t('assigned.me') : (ticket.assignedTo?.name ?? w.t('assigned.none'))}</Fact>
        <Fact name={w.t('opened')}>
          <time dateTime={ticket.openedAt}>{dueWords(new Date(ticket.openedAt), w.locale, true)}</time>
        </Fact>
      </dl>
      <History />
    </section>
  );
}

/** What the customer says of the resolution. */
function Feedback({ ticket: { feedback } }: { ticket: AgentTicket }) {
  const w = useFace().words.value;
  if (!feedback) return null;
  return (
    <Fact name={w.t('feedback')}>
      {feedback.helped !== null && <p>{w.t(feedback.helped ? 'feedback.yes' : 'feedback.no')}</p>}
      {feedback.stars !== null && <p>{w.t('feedback.stars', { stars: feedback.stars })}</p>}
      {feedback.comment !== null && <RichText text={feedback.comment} />}
    </Fact>
  );
}

/** What the manual had shown before they wrote: it did not answer them. */
function Shown({ ticket: { articles } }: { ticket: AgentTicket }) {
  const w = useFace().words.value;
  if (articles.length === 0) return null;
  return (
    <Fact name={w.t('articles')}>
      <ul>
        {articles.map(({ id, title, read }) => (
          <li key={id}>
            <a href={`#settings/manual/${id}`}>{title}</a>
            {read && ` · ${w.t('articles.read')}`}
          </li>
        ))}
      </ul>
    </Fact>
  );
}

/** The other tickets of the same talk. */
function Related() {
  const face = useFace();
  const w = face.words.value;
  const related = face.desk.open.value?.related.value ?? [];
  if (related.length === 0) return null;
  return (
    <Fact name={w.t('related')}>
      {related.map((ticket) => (
        <button key={ticket.id} type="button" class="plain" title={ticket.preview} onClick={() => look(face, ticket, false)}>
          {ticket.number}
        </button>
      ))}
    </Fact>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Promised({ ticket }: { ticket: AgentTicket }) {
  const w = useFace().words.value;
  const { promise } = ticket;
  return (
    <section class="promise-box" data-testid="promise" aria-label={w.t('promise')}>
      <h3>{w.t('promise')}</h3>
      {promise ? <PromiseWords promise={promise} /> : <p>{w.t('promise.none')}</p>}
      <Left ticket={ticket} />
      {promise && promise.explanation.length > 0 && (
        <details>
          <summary>{w.t('promise.why')}</summary>
          <ul>
            {promise.explanation.map((line, at) => (
              <li key={at}>{line}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function PromiseWords({ promise }: { promise: PromiseView }) {
  const w = useFace().words.value;
  const due = new Date(promise.due);
  return (
    <>
      <p class="due">
        <time dateTime={promise.due} title={moscowTime(due, w.locale)}>
          {w.t('promise.by', { due: dueWords(due, w.locale) })}
        </time>
      </p>
      {promise.provisional && <p class="nothing">{w.t('promise.provisional')}</p>}
    </>
  );
}
