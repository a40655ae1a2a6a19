import { useFace } from '../../face';
import { go, linkTo, useAddress } from '../address';
import { useWords } from '../frame';
import { TextField } from '../kit/fields';
import { withQuery } from '../kit/http';
import { Loaded } from '../kit/Loaded';
import { Page } from '../kit/Page';
import { useResource } from '../kit/useResource';
import { mayAs } from '../screens';
import { type Board, developmentSpeech, type Item, states } from './development';

/** A column for each state. What is sought is part of the address, so that Back leads to what was found. */
export function BoardPage() {
  const w = useWords(developmentSpeech);
  const search = useAddress().query.get('search') ?? '';
  const board = useResource<Board>(withQuery('/api/development/items', { search }));
  const mayRelease = mayAs(useFace().desk.me.value?.roles ?? [], 'Supervisor');
  const seek = (text: string) => go(withQuery(linkTo('development'), { search: text }));
  const actions = (
    <p class="page-actions">
      <a class="button" href={linkTo('development', 'new')}>
        {w.t('item.add')}
      </a>
      {mayRelease && (
        <a class="button quiet" href={linkTo('development', 'release')}>
          {w.t('release.open')}
        </a>
      )}
    </p>
  );
  return (
    <Page title={w.t('screen.development')} about={w.t('board.about')} actions={actions}>
      <search class="filters" aria-label={w.t('board.search')}>
        <TextField type="search" label={w.t('board.search')} hint={w.t('board.search.hint')} maxLength={200} value={search} write={seek} />
      </search>
      <Loaded of={board}>
        {({ items, more }) => (
          <>
            {items.length === 0 && <p class="nothing">{w.t(search === '' ? 'board.empty' : 'board.emptySearch')}</p>}
            {items.length > 0 && (
              <div class="board">
                {states.map((state) => (
                  <Column key={state} name={w.t(`state.${state}`)} items={items.filter((item) => item.state === state)} />
                ))}
              </div>
            )}
            {more && <p class="hint">{w.t('board.more')}</p>}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Column({ name, items }: { name: string; items: readonly Item[] }) {
  return (
    <section class="board-column" aria-label={name}>
      <h3>
        {name} <span class="board-count">{items.length}</span>
      </h3>
      <ul>
        {items.map((item) => (
          <li key={item.id}>
            <BoardCard item={item} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function BoardCard({ item }: { item: Item }) {
  const w = useWords(developmentSpeech);
  const version = item.releasedIn ?? item.plannedVersion;
  return (
    <a class={`board-card ${item.severity}`} href={linkTo('development', item.id)}>
      <strong>{item.title}</strong>
      <span class="board-facts">
        <span class={`severity ${item.severity}`}>{w.t(`severity.${item.severity}`)}</span>
        {item.externalKey && <span>{item.externalKey}</span>}
        {version && <span>{w.t(item.releasedIn ? 'item.inVersion' : 'item.forVersion', { version })}</span>}
      </span>
      <span class="board-waiting">{item.tickets === 0 ? w.t('waiting.none') : `${w.plural('waiting.clinics', item.clinics)} · ${w.plural('waiting.tickets', item.tickets)}`}</span>
    </a>
  );
}
