import type { Clock } from '../core/clock';
import type { SocketLike } from '../core/hubSocket';
import { uuidv7 } from '../core/ids';
import type { Letter, OutboxStore } from '../core/outbox';

/** The browser's side of what core takes as arguments. */
export const clock: Clock = {
  now: () => Date.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

export const random = () => Math.random();
export const newId = () => uuidv7(Date.now(), crypto.getRandomValues(new Uint8Array(16)));

/** A hub of the origin that served this document; the cookie goes with it. */
export function openHub(path: string): SocketLike {
  const url = new URL(path, location.href);
  url.protocol = url.protocol === 'http:' ? 'ws:' : 'wss:';
  return new WebSocket(url) as unknown as SocketLike;
}

/** Browser storage that may be denied, full or tampered with: then memory it is. */
export function keep(storage: () => Storage, key: string) {
  let memory: string | null = null;
  return {
    get(): string | null {
      try {
        return storage().getItem(key) ?? memory;
      } catch {
        return memory;
      }
    },
    set(value: string): void {
      memory = value;
      try {
        storage().setItem(key, value);
      } catch {
        // Kept in memory.
      }
    },
  };
}

export function letterStore<B>(key: string, isBody: (value: unknown) => value is B): OutboxStore<B> {
  const kept = keep(() => sessionStorage, key);
  return {
    load: () => {
      try {
        const letters = JSON.parse(kept.get() ?? '[]') as Letter<B>[];
        return letters.filter((letter) => typeof letter.id === 'string' && isBody(letter.body));
      } catch {
        return [];
      }
    },
    save: (letters) => kept.set(JSON.stringify(letters)),
  };
}
