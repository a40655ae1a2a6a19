import type { ComponentChildren, FunctionComponent } from 'preact';
import { useEffect, useReducer, useRef } from 'preact/hooks';
import { Watcher } from '../core/signals';

/** A component that is drawn again when a signal that it read itself has changed; what it draws gets values. */
export function view<P extends object>(draw: (props: P) => ComponentChildren): FunctionComponent<P> {
  return (props) => {
    const [, again] = useReducer((n: number) => n + 1, 0);
    const { current: watcher } = useRef(new Watcher(() => again(null as never)));
    useEffect(() => () => watcher.stop(), []);
    return watcher.watch(() => draw(props));
  };
}
