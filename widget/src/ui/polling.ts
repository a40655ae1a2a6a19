import type { SocketLike } from '../core/hubSocket';

/** How often it is tried whether WebSockets get through by now. */
const probeEvery = 60_000;

/** Carries a hub's connection by HTTP: SignalR's long polling (TransportProtocols.md in aspnetcore), on `socket`. */
export async function poll(path: string, socket: SocketLike, works: () => void, openHub: (path: string) => SocketLike): Promise<void> {
  // Given up while this was being fetched.
  if (!socket.onopen) return;
  const stop = new AbortController();
  const url = new URL(path, location.href);
  const ask = async (method: string, body: string | null = null, to = url): Promise<string> => {
    const response = await fetch(to, { method, body, signal: stop.signal });
    if (response.status !== 200) throw new Error(String(response.status));
    return response.text();
  };
  const gone = () => {
    if (stop.signal.aborted) return;
    socket.onclose?.();
    stop.abort();
  };

  let waiting = '';
  let isPosting = false;
  const post = async () => {
    isPosting = true;
    while (waiting !== '') {
      const records = waiting;
      waiting = '';
      await ask('POST', records);
    }
    isPosting = false;
  };
  socket.send = (records) => {
    waiting += records;
    if (!isPosting) void post().catch(gone);
  };
  socket.close = () => {
    stop.abort();
    if (url.searchParams.has('id')) void fetch(url, { method: 'DELETE', keepalive: true }).catch(() => {});
  };

  const timer = setInterval(() => {
    const probe = openHub(path);
    probe.onopen = () => {
      probe.close();
      gone();
    };
  }, probeEvery);
  stop.signal.addEventListener('abort', () => clearInterval(timer));

  try {
    const negotiate = new URL(url);
    negotiate.pathname += '/negotiate';
    negotiate.searchParams.set('negotiateVersion', '1');
    const { connectionToken } = JSON.parse(await ask('POST', null, negotiate)) as { connectionToken: string };
    url.searchParams.set('id', connectionToken);
    // The first is answered at once and begins the connection.
    await ask('GET');
    socket.onopen?.();
    for (;;) {
      const records = await ask('GET');
      // An empty answer is a sign of life too.
      socket.onmessage?.({ data: records });
      works();
    }
  } catch {
    gone();
  }
}
