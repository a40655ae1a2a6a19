import { useId } from 'preact/hooks';
import { useFace } from '../face';
import { useWords } from '../settings/frame';
import { anything, type Filter, filterNames } from './results';
import { searchSpeech } from './speech';
import type { Search } from './useSearch';

const kinds = ['Question', 'WorkStopped', 'CriticalError', 'FirstInstallation', 'Training', 'ModuleSetup', 'WindowsHelp', 'DevelopmentRequest', 'OutOfScope'] as const;
const levels = ['Standard', 'Urgent', 'Paid'] as const;
const lanes = ['Critical', 'AtRisk', 'InTurn'] as const;
const states = ['Waiting', 'InProgress', 'AwaitingCustomer', 'WithDevelopment', 'Resolved', 'Closed'] as const;

/** Which tickets, and of which days; put away until they are wanted. */
export function Filters({ search: { filter } }: { search: Search }) {
  const { desk, words } = useFace();
  const desks = words.value;
  const w = useWords(searchSpeech);
  const count = filterNames.filter((name) => filter.value[name] !== '').length;
  const colleagues = new Map([desk.me.value, ...desk.onDuty.value].flatMap((person) => (person ? [[person.id, person.name]] : [])));
  const choice = (name: keyof Filter, options: readonly (readonly [string, string])[]) => <Choice name={name} filter={filter} options={options} />;
  return (
    <details class="search-filters">
      <summary>{count === 0 ? w.t('search.filters') : w.plural('search.filters.on', count)}</summary>
      <div class="search-choices">
        {choice('kind', kinds.map((kind) => [kind, desks.t(`kind.${kind}`)]))}
        {choice('level', levels.map((level) => [level, desks.t(`level.${level}`)]))}
        {choice('lane', lanes.map((lane) => [lane, desks.t(`lane.${lane}`)]))}
        {choice('state', states.map((state) => [state, desks.t(`status.${state}`)]))}
        {choice('agent', [...colleagues])}
        <Day name="since" filter={filter} />
        <Day name="until" filter={filter} />
        <button type="button" class="button quiet" disabled={count === 0} onClick={() => (filter.value = anything)}>
          {w.t('search.filters.clear')}
        </button>
      </div>
    </details>
  );
}

interface FieldProps {
  name: keyof Filter;
  filter: Search['filter'];
}

function Choice({ name, filter, options }: FieldProps & { options: readonly (readonly [string, string])[] }) {
  const w = useWords(searchSpeech);
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{w.t(`search.${name}`)}</label>
      <select id={id} value={filter.value[name]} onChange={(event) => (filter.value = { ...filter.value, [name]: event.currentTarget.value })}>
        <option value="">{w.t('any')}</option>
        {options.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}

function Day({ name, filter }: FieldProps) {
  const w = useWords(searchSpeech);
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{w.t(`search.${name}`)}</label>
      <input id={id} type="date" value={filter.value[name]} onInput={(event) => (filter.value = { ...filter.value, [name]: event.currentTarget.value })} />
    </div>
  );
}
