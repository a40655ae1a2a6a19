import { batch, type Signal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { api } from '../settings/kit/http';
import { anything, type Filter, filterNames, type Group, queryOf, type Results, withMore } from './results';

/** Whoever types is not answered letter by letter. */
const pause = 300;

export interface Search {
  text: Signal<string>;
  filter: Signal<Filter>;
  results: Signal<Results | null>;
  isBusy: Signal<boolean>;
  trouble: Signal<unknown>;
  /** At once. */
  ask(): void;
  more(group: Group): void;
}

/** What is typed and what was found for it; of answers, only the one to the last question counts. */
export function useSearch(): Search {
  const text = useSignal('');
  const filter = useSignal<Filter>(anything);
  const results = useSignal<Results | null>(null);
  const isBusy = useSignal(false);
  const trouble = useSignal<unknown>(null);
  const asked = useRef(0);

  const isEmpty = () => text.peek().trim() === '' && filterNames.every((name) => filter.peek()[name] === '');
  const call = async (more: Record<string, string>, use: (answer: Results) => Results) => {
    const turn = ++asked.current;
    batch(() => {
      isBusy.value = true;
      trouble.value = null;
    });
    try {
      const answer = await api.get<Results>('/api/search', { ...queryOf(text.peek(), filter.peek()), ...more });
      if (turn === asked.current) results.value = use(answer);
    } catch (error) {
      if (turn === asked.current) trouble.value = error;
    }
    if (turn === asked.current) isBusy.value = false;
  };
  const ask = () => {
    if (!isEmpty()) return void call({}, (answer) => answer);
    asked.current++;
    batch(() => {
      results.value = null;
      trouble.value = null;
      isBusy.value = false;
    });
  };
  const more = (group: Group) => {
    const shown = results.peek();
    const next = shown?.[group].next;
    if (shown && next) void call({ in: group, before: next }, (answer) => withMore(shown, group, answer));
  };
  useEffect(() => {
    const soon = setTimeout(ask, pause);
    return () => clearTimeout(soon);
  }, [text.value, filter.value]);
  return { text, filter, results, isBusy, trouble, ask, more };
}
