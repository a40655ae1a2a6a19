import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';

type Extras = typeof import('./extras/part');

const extras = signal<Extras | null>(null);

/** What a conversation can be read and answered without: it comes with the first that is opened. */
export function Extra<K extends keyof Extras>({ of, ...props }: { of: K } & Parameters<Extras[K]>[0]) {
  useEffect(() => {
    if (!extras.value) void import('./extras/part').then((parts) => (extras.value = parts), () => {});
  }, []);
  const Part = extras.value?.[of] as ComponentType<object> | undefined;
  return Part ? <Part {...props} /> : null;
}
