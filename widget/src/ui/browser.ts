import type { Clock } from '../core/clock';
import type { SocketLike } from '../core/hubSocket';
import { uuidv7 } from '../core/ids';

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
