import { useRef, useState } from 'preact/hooks';
import { useAddress } from '../address';
import { useWords } from '../frame';
import { instantsOf } from '../kit/days';
import { withQuery } from '../kit/http';
import { More } from '../kit/More';
import { Page } from '../kit/Page';
import { usePages } from '../kit/usePages';
import { Counted } from './Counted';
import { type Rating, ratingSpeech } from './rating';
import { filterNames, filterOf, RatingFilters } from './RatingFilters';
import { RatingLines } from './RatingLines';
import './ratings.css';

/** What customers say of resolutions. Nothing is counted before somebody asks for it. */
export default function Ratings() {
  const w = useWords(ratingSpeech);
  const { query } = useAddress();
  const filter = filterOf(query);
  const period = instantsOf(filter);
  const pages = usePages<Rating>(withQuery('/api/ratings', { ...filter, ...period, limit: 50 }));
  const people = usePeople(pages.items);
  const days = `${filter.since} ${filter.until}`;
  const [counted, count] = useState<string | null>(null);
  const isFiltered = filterNames.some((name) => filter[name] !== '');
  return (
    <Page title={w.t('screen.ratings')} about={w.t('ratings.about')}>
      <RatingFilters filter={filter} people={people} />
      {counted === days ? (
        <Counted period={period} filter={filter} />
      ) : (
        <button type="button" class="button quiet ratings-count" onClick={() => count(days)}>
          {w.t(days === ' ' ? 'ratings.count.all' : 'ratings.count')}
        </button>
      )}
      <More of={pages} empty={w.t(isFiltered ? 'ratings.emptyFiltered' : 'ratings.empty')}>
        {(ratings) => <RatingLines ratings={ratings} />}
      </More>
    </Page>
  );
}

/** Whoever was met in the lines so far, by id. */
function usePeople(ratings: readonly Rating[]): ReadonlyMap<string, string> {
  const met = useRef(new Map<string, string>());
  for (const { agent, agentName } of ratings) if (agent !== null) met.current.set(agent, agentName ?? agent);
  return met.current;
}
