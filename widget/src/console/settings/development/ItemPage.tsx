import type { AgentTicket } from '../../../contract/hubs';
import { instantWords } from '../../../i18n/settings/dates';
import { look, useFace } from '../../face';
import { go, linkTo } from '../address';
import { useWords } from '../frame';
import { Loaded } from '../kit/Loaded';
import { Page } from '../kit/Page';
import { Table } from '../kit/Table';
import { useResource } from '../kit/useResource';
import { type Card, developmentSpeech, type Item } from './development';
import { ItemForm } from './ItemForm';

const useUp = () => ({ link: linkTo('development'), name: useWords(developmentSpeech).t('screen.development') });

export function NewItem() {
  const w = useWords(developmentSpeech);
  return (
    <Page title={w.t('item.new')} up={useUp()}>
      <ItemForm saved={({ id }) => go(linkTo('development', id))} />
    </Page>
  );
}

export function ItemPage({ id }: { id: string }) {
  const w = useWords(developmentSpeech);
  const card = useResource<Card>(`/api/development/items/${encodeURIComponent(id)}?limit=100`);
  return (
    <Page title={card.value?.item.title ?? w.t('item.one')} up={useUp()}>
      <Loaded of={card}>
        {({ item, tickets, next, told }) => (
          <>
            <p class="item-facts">
              <span class={`severity ${item.severity}`}>{w.t(`severity.${item.severity}`)}</span> {w.t(`state.${item.state}`)}
              {item.releasedIn && ` · ${w.t('item.inVersion', { version: item.releasedIn })}`}
              {item.link && (
                <a href={item.link} target="_blank" rel="noopener noreferrer">
                  {item.externalKey ?? w.t('item.link.open')}
                </a>
              )}
            </p>
            {item.state === 'Released' ? <Released item={item} told={told} /> : <ItemForm item={item} reload={() => void card.reload()} saved={card.reload} />}
            <section class="page-part" aria-labelledby="item-tickets">
              <h3 id="item-tickets">{w.t('item.tickets')}</h3>
              {tickets.length === 0 ? <p class="nothing">{w.t('item.tickets.empty')}</p> : <Tickets tickets={tickets} />}
              {next && <p class="hint">{w.t('item.tickets.more')}</p>}
            </section>
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** Its customers have been told: it is read, and no longer changed. */
function Released({ item, told }: { item: Item; told: number }) {
  const w = useWords(developmentSpeech);
  return (
    <>
      <p>{w.plural('item.told', told)}</p>
      {item.description && <p class="item-description">{item.description}</p>}
    </>
  );
}

function Tickets({ tickets }: { tickets: readonly AgentTicket[] }) {
  const w = useWords(developmentSpeech);
  const face = useFace();
  return (
    <Table
      caption={w.t('item.tickets')}
      rows={tickets}
      keyOf={({ id }) => id}
      columns={[
        {
          title: w.t('item.ticket'),
          cell: (ticket) => (
            <button type="button" class="plain" onClick={() => look(face, ticket, false)}>
              {ticket.number}
            </button>
          ),
        },
        { title: w.t('item.clinic'), cell: ({ clinic }) => clinic?.name ?? '—' },
        { title: w.t('item.asked'), cell: ({ preview }) => preview },
        { title: w.t('item.status'), cell: ({ status }) => face.words.value.t(`status.${status}`) },
        { title: w.t('item.opened'), cell: ({ openedAt }) => instantWords(new Date(openedAt), w.locale) },
      ]}
    />
  );
}
