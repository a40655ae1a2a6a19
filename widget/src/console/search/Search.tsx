import { useEffect, useId, useRef } from 'preact/hooks';
import { useFace } from '../face';
import { useWords } from '../settings/frame';
import { troubleWords } from '../settings/kit/http';
import { Filters } from './Filters';
import { Found } from './Found';
import { groups, type Results } from './results';
import './search.css';
import { searchSpeech } from './speech';
import { type Search as State, useSearch } from './useSearch';

/** One field that finds tickets, messages, clinics and visitors. */
export default function Search() {
  const w = useWords(searchSpeech);
  const search = useSearch();
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const { text, results, isBusy, trouble } = search;
  useEffect(() => field.current?.focus(), []);
  return (
    <div class="search">
      <form
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          search.ask();
        }}
      >
        <div class="field">
          <label for={id}>{w.t('search.what')}</label>
          {/* Not of the type search: there Chromium takes the first Escape for itself. */}
          <input ref={field} id={id} type="text" role="searchbox" enterkeyhint="search" autocomplete="off" maxLength={200} value={text.value} onInput={(event) => (text.value = event.currentTarget.value)} />
        </div>
        <Filters search={search} />
      </form>
      <p class="hint" role="status">
        {isBusy.value ? w.t('loading') : results.value === null ? w.t('search.hint') : countWords(results.value, w.plural)}
      </p>
      {trouble.value !== null && (
        <div class="trouble" role="alert">
          <p>{troubleWords(trouble.value, w)}</p>
          <button type="button" class="button quiet" onClick={search.ask}>
            {w.t('retry')}
          </button>
        </div>
      )}
      {results.value !== null && <Answer search={search} results={results.value} />}
    </div>
  );
}

function Answer({ search, results }: { search: State; results: Results }) {
  const w = useWords(searchSpeech);
  const { locale } = useFace().words.value;
  const isNothing = groups.every((group) => results[group].items.length === 0);
  return (
    <div class={search.isBusy.value ? 'found is-busy' : 'found'}>
      {results.upTo !== null && <p class="hint">{w.t('search.behind', { time: new Date(results.upTo).toLocaleTimeString(locale, { timeZone: 'Europe/Moscow', hour: '2-digit', minute: '2-digit' }) })}</p>}
      {isNothing && <p class="nothing">{w.t('search.nothing')}</p>}
      {groups.map((group) => (
        <Found key={group} group={group} results={results} more={() => search.more(group)} />
      ))}
    </div>
  );
}

function countWords(results: Results, plural: (key: 'search.found', n: number) => string): string {
  const n = groups.reduce((sum, group) => sum + results[group].items.length, 0);
  return n === 0 ? '' : plural('search.found', n);
}
