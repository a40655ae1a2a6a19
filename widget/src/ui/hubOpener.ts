import type { SocketLike } from '../core/hubSocket';
import { openHub } from './browser';

/** After WebSockets have worked on a page, this many may fail before it is not the server that is away. */
const trusted = 2;

/**
 * Opens a hub by WebSocket; by long polling after one that could not be opened or stayed silent, as behind some proxies and
 * filters, then by WebSocket again. Whoever is told of the socket sees no difference.
 */
export function hubOpener(path: string): () => SocketLike {
  let misses = 0;
  return () => {
    const polls = misses > 0 && misses % 2 === 1;
    misses++;
    if (!polls) {
      const opened = openHub(path);
      (opened as unknown as WebSocket).addEventListener('message', () => (misses = -trusted), { once: true });
      return opened;
    }
    const idle = () => {};
    const socket: SocketLike = { send: idle, close: idle, onopen: null, onmessage: null, onclose: null, onerror: null };
    void import('./polling').then(
      ({ poll }) => poll(path, socket, () => (misses = 0), openHub),
      () => socket.onclose?.(),
    );
    return socket;
  };
}
