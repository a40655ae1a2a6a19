import type { ComponentType, VNode } from 'preact';
import { signal } from '../core/signals';
import { view } from './view';

type Extras = typeof import('./extras/part');

/** What an open panel can be shown and used without: it comes once the panel is there. */
export const extras = signal<Extras | null>(null);

/** One of them, in its place as soon as it has come. */
export const Extra = view(({ of, ...props }: { of: keyof Extras }) => {
  const Part = extras.value?.[of] as ComponentType | undefined;
  return Part && <Part {...props} />;
}) as <K extends keyof Extras>(props: { of: K } & Parameters<Extras[K]>[0]) => VNode;
