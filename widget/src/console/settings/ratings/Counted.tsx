import { useEffect, useRef } from 'preact/hooks';
import { linkTo } from '../address';
import { useWords } from '../frame';
import { withQuery } from '../kit/http';
import { Loaded } from '../kit/Loaded';
import { Table } from '../kit/Table';
import { useResource } from '../kit/useResource';
import { type AgentRatings, type ArticleServed, ratingSpeech } from './rating';
import { addressOf, type Filter } from './RatingFilters';

/** Counts of a period: by agent, and what the manual did before anybody wrote. */
export function Counted({ period, filter }: { period: { since: string; until: string }; filter: Filter }) {
  const w = useWords(ratingSpeech);
  const agents = useResource<readonly AgentRatings[]>(withQuery('/api/ratings/summary', period));
  const articles = useResource<readonly ArticleServed[]>(withQuery('/api/articles/use', period));
  const heading = useRef<HTMLHeadingElement>(null);
  // The button that asked for it is gone.
  useEffect(() => heading.current?.focus(), []);
  return (
    <>
      <section class="page-part" aria-labelledby="ratings-agents">
        <h3 id="ratings-agents" tabIndex={-1} ref={heading}>{w.t('agents.title')}</h3>
        <Loaded of={agents}>{(list) => (list.length === 0 ? <p class="nothing">{w.t('agents.empty')}</p> : <Agents agents={list} filter={filter} />)}</Loaded>
      </section>
      <section class="page-part" aria-labelledby="ratings-articles">
        <h3 id="ratings-articles">{w.t('articles.title')}</h3>
        <p>{w.t('articles.about')}</p>
        <Loaded of={articles}>{(list) => (list.length === 0 ? <p class="nothing">{w.t('articles.empty')}</p> : <Articles articles={list} />)}</Loaded>
      </section>
    </>
  );
}

function Agents({ agents, filter }: { agents: readonly AgentRatings[]; filter: Filter }) {
  const w = useWords(ratingSpeech);
  const sum = (of: (one: AgentRatings) => number) => agents.reduce((all, one) => all + of(one), 0);
  const count = sum((one) => one.count);
  const all = { agent: '', name: w.t('agents.all'), count, average: sum((one) => one.average * one.count) / count, helped: sum((one) => one.helped), didNotHelp: sum((one) => one.didNotHelp) };
  return (
    <Table
      caption={w.t('agents.title')}
      rows={agents.length > 1 ? [...agents, all] : agents}
      keyOf={({ agent }) => agent ?? 'nobody'}
      columns={[
        { title: w.t('ratings.agent'), cell: ({ agent, name }) => (agent ? <a href={addressOf({ ...filter, agent })}>{name ?? agent}</a> : (name ?? w.t('ratings.nobody'))) },
        { title: w.t('agents.number'), isNumber: true, cell: (one) => one.count },
        { title: w.t('agents.average'), isNumber: true, cell: ({ average }) => average.toLocaleString(w.locale, { maximumFractionDigits: 2 }) },
        { title: w.t('ratings.helped'), isNumber: true, cell: ({ helped }) => helped },
        { title: w.t('agents.didNotHelp'), isNumber: true, cell: ({ didNotHelp }) => didNotHelp },
      ]}
    />
  );
}

function Articles({ articles }: { articles: readonly ArticleServed[] }) {
  const w = useWords(ratingSpeech);
  return (
    <Table
      caption={w.t('articles.title')}
      rows={articles}
      keyOf={({ article }) => article}
      columns={[
        { title: w.t('articles.article'), cell: ({ article, title }) => <a href={linkTo('manual', article)}>{title}</a> },
        { title: w.t('articles.helped'), isNumber: true, cell: ({ helped }) => helped },
        { title: w.t('articles.shown'), isNumber: true, cell: ({ shown }) => shown },
        { title: w.t('articles.read'), isNumber: true, cell: ({ read }) => read },
      ]}
    />
  );
}
