import { go, linkTo } from '../address';
import { useWords } from '../frame';
import { dayOf, isHalfTyped } from '../kit/days';
import { DateField, SelectField } from '../kit/fields';
import { withQuery } from '../kit/http';
import { ratingSpeech } from './rating';

export const filterNames = ['agent', 'stars', 'since', 'until'] as const;
export type Filter = Readonly<Record<(typeof filterNames)[number], string>>;

const marks = ['5', '4', '3', '2', '1'] as const;

/** As the address has it; what cannot be is none. */
export function filterOf(query: URLSearchParams): Filter {
  const [agent, stars, since, until] = filterNames.map((name) => query.get(name) ?? '') as [string, string, string, string];
  return { agent: /^[\da-f-]{36}$/.test(agent) ? agent : '', stars: /^[1-5]$/.test(stars) ? stars : '', since: dayOf(since), until: dayOf(until) };
}

export const addressOf = (filter: Filter) => withQuery(linkTo('ratings'), filter);

/** `people`: names by id, of those who may be chosen. */
export function RatingFilters({ filter, people }: { filter: Filter; people: ReadonlyMap<string, string> }) {
  const w = useWords(ratingSpeech);
  const known = new Map(people);
  const { agent } = filter;
  if (agent !== '' && !known.has(agent)) known.set(agent, agent);
  const field = (name: keyof Filter) => ({ name, value: filter[name], write: (value: string) => go(addressOf({ ...filter, [name]: value })) });
  const day = (name: 'since' | 'until') => ({ ...field(name), write: (value: string) => !isHalfTyped(value) && field(name).write(value) });
  return (
    <search class="filters" aria-label={w.t('ratings.filters')}>
      <SelectField label={w.t('ratings.agent')} {...field('agent')} none={w.t('any')} options={[...known].map(([value, label]) => ({ value, label }))} />
      <SelectField label={w.t('ratings.mark')} {...field('stars')} none={w.t('any')} options={marks.map((value) => ({ value, label: w.t('ratings.stars', { stars: value }) }))} />
      <DateField label={w.t('ratings.since')} {...day('since')} max={filter.until} />
      <DateField label={w.t('ratings.until')} {...day('until')} min={filter.since} />
      {filterNames.some((name) => filter[name] !== '') && (
        <button type="button" class="button quiet" onClick={() => go(linkTo('ratings'))}>
          {w.t('ratings.clear')}
        </button>
      )}
    </search>
  );
}
