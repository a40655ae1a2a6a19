import type { ComponentChildren } from 'preact';
import type { AgentTicket } from '../../../contract/hubs';
import { instantWords } from '../../../i18n/settings/dates';
import { look, openFor, useFace } from '../../face';
import { linkTo } from '../address';
import { useWords } from '../frame';
import { Loaded } from '../kit/Loaded';
import { More } from '../kit/More';
import { Page } from '../kit/Page';
import { Table } from '../kit/Table';
import { usePages } from '../kit/usePages';
import { useResource } from '../kit/useResource';
import { BlockPart } from './BlockPart';
import { type VisitorCard, visitorSpeech } from './visitor';

export function Visitor({ id }: { id: string }) {
  const w = useWords(visitorSpeech);
  const card = useResource<VisitorCard>(`/api/visitors/${encodeURIComponent(id)}`);
  const title = card.value ? (card.value.name ?? w.t('visitors.unnamed')) : w.t('visitors.one');
  return (
    <Page title={title} up={{ link: linkTo('visitors'), name: w.t('screen.visitors') }} actions={card.value && <OpenFor visitor={card.value} />}>
      <Loaded of={card}>
        {(visitor) => (
          <>
            <Facts visitor={visitor} />
            <BlockPart visitor={visitor} changed={card.reload} />
            <Tickets id={visitor.id} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function OpenFor({ visitor: { id, name, clinic } }: { visitor: VisitorCard }) {
  const face = useFace();
  return (
    <button type="button" class="button quiet" onClick={() => openFor(face, { visitor: { id, name }, clinic })}>
      {face.words.value.t('newTicket.open')}
    </button>
  );
}

function Facts({ visitor: { name, email, phone, verified, clinic, sites, firstWrote, verifiedAs, givenEmail, givenPhone, consentAt } }: { visitor: VisitorCard }) {
  const w = useWords(visitorSpeech);
  return (
    <dl class="facts">
      <dt>{w.t('visitors.identity')}</dt>
      <dd>
        <span class={verified ? 'verified' : 'unverified'}>{w.t(verified ? 'visitors.verified' : name === null ? 'visitors.anonymous' : 'visitors.unverified')}</span>
        {verifiedAs && <a href={linkTo('visitors', verifiedAs.id)}>{w.t('visitors.verifiedAs', { name: verifiedAs.name || w.t('visitors.unnamed') })}</a>}
      </dd>
      <Fact name={w.t('visitors.clinic')}>{clinic && <a href={linkTo('clinics', clinic.id)}>{clinic.name}</a>}</Fact>
      <Fact name={w.t('visitors.email')}>{email}</Fact>
      <Fact name={w.t('visitors.phone')}>{phone}</Fact>
      <Fact name={w.t('visitors.givenEmail')}>{givenEmail && <a href={`mailto:${encodeURIComponent(givenEmail)}`}>{givenEmail}</a>}</Fact>
      <Fact name={w.t('visitors.givenPhone')}>{givenPhone}</Fact>
      <Fact name={w.t('visitors.consent')}>{consentAt && <time dateTime={consentAt}>{instantWords(new Date(consentAt), w.locale)}</time>}</Fact>
      <Fact name={w.t('visitors.sites')}>{sites.join(', ')}</Fact>
      <dt>{w.t('visitors.firstWrote')}</dt>
      <dd>{firstWrote === null ? w.t('visitors.never') : <time dateTime={firstWrote}>{instantWords(new Date(firstWrote), w.locale)}</time>}</dd>
    </dl>
  );
}

/** What is not known is not named. */
function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  if (!children) return null;
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Tickets({ id }: { id: string }) {
  const w = useWords(visitorSpeech);
  const tickets = usePages<AgentTicket>(`/api/visitors/${id}/tickets?limit=20`);
  return (
    <section class="page-part" aria-labelledby="visitor-tickets">
      <h3 id="visitor-tickets">{w.t('visitors.tickets')}</h3>
      <More of={tickets} empty={w.t('visitors.tickets.empty')}>
        {(items) => <TicketTable tickets={items} />}
      </More>
    </section>
  );
}

function TicketTable({ tickets }: { tickets: readonly AgentTicket[] }) {
  const w = useWords(visitorSpeech);
  const face = useFace();
  const desk = face.words.value;
  return (
    <Table
      caption={w.t('visitors.tickets')}
      rows={tickets}
      keyOf={({ id }) => id}
      columns={[
        {
          title: w.t('visitors.ticket'),
          cell: (ticket) => (
            <button type="button" class="plain" onClick={() => look(face, ticket, false)}>
              {ticket.number}
            </button>
          ),
        },
        { title: w.t('visitors.asked'), cell: ({ preview }) => preview },
        { title: desk.t('status'), cell: ({ status }) => desk.t(`status.${status}`) },
        { title: desk.t('level'), cell: ({ level }) => desk.t(`level.${level}`) },
        { title: w.t('visitors.identity'), cell: ({ verified }) => w.t(verified ? 'visitors.asVerified' : 'visitors.asUnverified') },
        { title: desk.t('opened'), cell: ({ openedAt }) => instantWords(new Date(openedAt), w.locale) },
      ]}
    />
  );
}
