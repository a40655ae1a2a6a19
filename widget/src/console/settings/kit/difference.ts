export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export interface Change {
  /** The names that lead to it, from the outermost: `['budgets', 'urgent']`. */
  path: readonly string[];
  /** Undefined: it was not there. */
  before: Json | undefined;
  /** Undefined: it is no longer there. */
  after: Json | undefined;
}

/**
 * What differs between two values, leaf by leaf, in the order of their names' appearance. Lists are leaves: their order
 * is part of what they say. What is null or absent on both sides does not differ.
 */
export function differences(before: Json | undefined, after: Json | undefined, path: readonly string[] = []): Change[] {
  const [old, now] = [before ?? {}, after ?? {}];
  if (isRecord(old) && isRecord(now) && (before ?? after ?? null) !== null) {
    return [...new Set([...Object.keys(old), ...Object.keys(now)])].flatMap((name) => differences(old[name], now[name], [...path, name]));
  }
  return same(before, after) ? [] : [{ path, before, after }];
}

export function isRecord(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const same = (a: Json | undefined, b: Json | undefined) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
