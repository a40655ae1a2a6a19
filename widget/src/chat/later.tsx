import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A part that is fetched when it is first shown; until it is there, and where it cannot be fetched, it is nothing. */
export function later<M, P extends object>(load: () => Promise<M>, pick: (part: M) => ComponentType<P>): ComponentType<P> {
  return (props) => {
    const [Part, show] = useState<ComponentType<P> | null>(null);
    useEffect(() => void load().then((part) => show(() => pick(part)), () => {}), []);
    return Part && <Part {...props} />;
  };
}
