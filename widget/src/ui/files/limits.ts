import { request } from '../http';

/** maxBytes: of one file. maxFiles: of one message. kinds: the endings of their names, without the dot. */
export interface Limits {
  maxBytes: number;
  maxFiles: number;
  kinds: string[];
}

/** What the server takes. Asked for once; after a failure again. */
export function limitsOf(path: string): () => Promise<Limits> {
  let asked: Promise<Limits> | null = null;
  return () =>
    (asked ??= request<Limits>('GET', path).catch((error: unknown) => {
      asked = null;
      throw error;
    }));
}
