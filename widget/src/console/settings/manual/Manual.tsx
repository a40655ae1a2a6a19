import { go, linkTo, useAddress } from '../address';
import { useWords } from '../frame';
import { SelectField, TextField } from '../kit/fields';
import { withQuery } from '../kit/http';
import { More } from '../kit/More';
import { Page } from '../kit/Page';
import { Table } from '../kit/Table';
import { usePages } from '../kit/usePages';
import type { ScreenProps } from '../screens';
import { type ArticleLanguage, type ArticleLine, type ArticleState, languages, manualSpeech, states } from './article';
import { ArticlePage, NewArticle } from './ArticlePage';
import { ImportFolder } from './ImportFolder';
import './manual.css';

/** What customers read before they write. */
export default function Manual({ rest: [what] }: ScreenProps) {
  if (what === undefined) return <List />;
  return what === 'new' ? <NewArticle /> : what === 'import' ? <ImportFolder /> : <ArticlePage id={what} />;
}

/** What is sought is part of the address, so that Back leads to what was found. */
function List() {
  const w = useWords(manualSpeech);
  const { query } = useAddress();
  const asked = { search: query.get('search') ?? '', state: (query.get('state') ?? '') as ArticleState | '', language: (query.get('language') ?? '') as ArticleLanguage | '' };
  const pages = usePages<ArticleLine>(withQuery('/api/articles', { ...asked, limit: 50 }));
  const seek = (change: Partial<typeof asked>) => go(withQuery(linkTo('manual'), { ...asked, ...change }));
  const actions = (
    <p class="page-actions">
      <a class="button" href={linkTo('manual', 'new')}>
        {w.t('manual.add')}
      </a>
      <a class="button quiet" href={linkTo('manual', 'import')}>
        {w.t('manual.import')}
      </a>
    </p>
  );
  return (
    <Page title={w.t('screen.manual')} about={w.t('manual.about')} actions={actions}>
      <search class="filters" aria-label={w.t('manual.filters')}>
        <TextField type="search" label={w.t('manual.search')} maxLength={200} value={asked.search} write={(search) => seek({ search })} />
        <SelectField label={w.t('manual.state')} none={w.t('any')} options={states.map((value) => ({ value, label: w.t(`state.${value}`) }))} value={asked.state} write={(state) => seek({ state })} />
        <SelectField label={w.t('manual.language')} none={w.t('any')} options={languages.map((value) => ({ value, label: w.t(`language.${value}`) }))} value={asked.language} write={(language) => seek({ language })} />
      </search>
      <More of={pages} empty={w.t(Object.values(asked).every((one) => one === '') ? 'manual.empty' : 'manual.emptySearch')}>
        {(articles) => <Lines articles={articles} />}
      </More>
    </Page>
  );
}

function Lines({ articles }: { articles: readonly ArticleLine[] }) {
  const w = useWords(manualSpeech);
  return (
    <Table
      caption={w.t('screen.manual')}
      rows={articles}
      keyOf={({ id }) => id}
      columns={[
        { title: w.t('manual.title'), cell: ({ id, title }) => <a href={linkTo('manual', id)}>{title}</a> },
        { title: w.t('manual.where'), cell: ({ product, module }) => [product, module].filter(Boolean).join(' · ') || '—' },
        { title: w.t('manual.state'), cell: ({ state }) => w.t(`state.${state}`) },
        { title: w.t('manual.language'), cell: ({ language }) => w.t(`language.${language}`) },
      ]}
    />
  );
}
