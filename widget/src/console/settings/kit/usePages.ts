import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { api } from './http';

/** One page of a list that the server cuts by key. `next`: what `before` asks for the following one; null at the end. */
export interface Page<T> {
  items: T[];
  next: string | null;
}

export interface Pages<T> {
  items: readonly T[];
  /** The first page was read. */
  isLoaded: boolean;
  isLoading: boolean;
  hasMore: boolean;
  trouble: unknown;
  /** The next page; after trouble the same one again. */
  more(): void;
  /** From the beginning. */
  reload(): void;
}

interface State<T> extends Page<T> {
  isLoaded: boolean;
  isLoading: boolean;
  trouble: unknown;
}

/** A list that is read page by page, `path` with its filters; another path begins anew. */
export function usePages<T>(path: string): Pages<T> {
  const empty: State<T> = { items: [], next: null, isLoaded: false, isLoading: true, trouble: null };
  const state = useSignal(empty);
  const turn = useRef(0);
  const load = (from: State<T>) => {
    const mine = ++turn.current;
    state.value = { ...from, isLoading: true, trouble: null };
    api.get<Page<T>>(path, { before: from.next }).then(
      ({ items, next }) => mine === turn.current && (state.value = { items: [...from.items, ...items], next, isLoaded: true, isLoading: false, trouble: null }),
      (trouble: unknown) => mine === turn.current && (state.value = { ...from, isLoading: false, trouble }),
    );
  };
  useEffect(() => {
    load(empty);
    return () => void turn.current++;
  }, [path]);
  const { next, ...rest } = state.value;
  return { ...rest, hasMore: next !== null, more: () => load(state.peek()), reload: () => load(empty) };
}
