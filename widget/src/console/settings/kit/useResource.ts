import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { api } from './http';

export interface Resource<T> {
  /** As it was read last; null until then. */
  value: T | null;
  trouble: unknown;
  isLoading: boolean;
  /** Reads it again; what is there stays until the answer, with which the promise ends. */
  reload(): Promise<void>;
  /** A write has answered with it. */
  set(value: T): void;
}

/** One GET and its states. An answer that comes after the next question is not shown. */
export function useResource<T>(path: string): Resource<T> {
  const state = useSignal<{ value: T | null; trouble: unknown; isLoading: boolean }>({ value: null, trouble: null, isLoading: true });
  const turn = useRef(0);
  const load = async (kept: T | null) => {
    const mine = ++turn.current;
    state.value = { value: kept, trouble: null, isLoading: true };
    const answer = await api.get<T>(path).then(
      (value) => ({ value, trouble: null }),
      (trouble: unknown) => ({ value: kept, trouble }),
    );
    if (mine === turn.current) state.value = { ...answer, isLoading: false };
  };
  useEffect(() => {
    void load(null);
    return () => void turn.current++;
  }, [path]);
  return {
    ...state.value,
    reload: () => load(state.peek().value),
    set: (value) => {
      turn.current++;
      state.value = { value, trouble: null, isLoading: false };
    },
  };
}
