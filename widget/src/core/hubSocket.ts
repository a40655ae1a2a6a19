import type { Clock } from './clock';
import { errorFromText, Refused, Unanswered } from './refused';
import { decode, handshake, type Incoming, invocation, ping } from './wire';

/** What is used of a browser's WebSocket. */
export interface SocketLike {
  send(data: string): void;
  close(): void;
  onopen: (() => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: (() => void) | null;
  onerror: (() => void) | null;
}

export interface HubSocketEvents {
  ready(): void;
  /** Said once, with the first thing heard after the handshake: a server that turns callers away sends only a close. */
  welcomed(): void;
  call(target: string, args: unknown[]): void;
  /** Said once. `refused`: the server does not want us back as we are; `why`: its reason, where it gave one. */
  gone(refused: boolean, why: Refused | null): void;
}

const pingEvery = 15_000;
const silenceAllowed = 30_000;
const openingAllowed = 15_000;
const answerAllowed = 20_000;

interface Pending {
  resolve(value: unknown): void;
  reject(error: Error): void;
  cancel(): void;
}

/** One WebSocket from its handshake to its end. It never comes back: `Connection` makes the next. */
export class HubSocket {
  readonly #pending = new Map<string, Pending>();
  #state: 'opening' | 'ready' | 'gone' = 'opening';
  #isWelcome = false;
  #nextId = 0;
  #sentAt = 0;
  #heardAt: number;
  #cancelTick: () => void;

  constructor(
    private readonly socket: SocketLike,
    private readonly clock: Clock,
    private readonly events: HubSocketEvents,
  ) {
    this.#heardAt = clock.now();
    this.#cancelTick = clock.after(openingAllowed, () => this.end());
    socket.onopen = () => this.#send(handshake);
    socket.onmessage = (event) => this.#receive(event.data);
    socket.onclose = () => this.end();
    socket.onerror = () => this.end();
  }

  /** Nothing was heard for longer than a living server stays silent (a laptop that slept, say). */
  get isStale(): boolean {
    return this.clock.now() - this.#heardAt >= silenceAllowed;
  }

  invoke(target: string, args: unknown[], patience = answerAllowed): Promise<unknown> {
    if (this.#state !== 'ready') return Promise.reject(new Unanswered('not connected'));
    const id = String(this.#nextId++);
    return new Promise((resolve, reject) => {
      const cancel = this.clock.after(patience, () => this.#settle(id, (p) => p.reject(new Unanswered('no answer in time'))));
      this.#pending.set(id, { resolve, reject, cancel });
      this.#send(invocation(id, target, args));
    });
  }

  end(refused = false, why: Refused | null = null): void {
    if (this.#state === 'gone') return;
    this.#state = 'gone';
    this.#cancelTick();
    this.socket.onopen = this.socket.onmessage = this.socket.onclose = this.socket.onerror = null;
    try {
      this.socket.close();
    } catch {
      // A socket that cannot be closed is closed enough.
    }
    for (const id of [...this.#pending.keys()]) this.#settle(id, (p) => p.reject(new Unanswered('connection lost')));
    this.events.gone(refused, why);
  }

  #send(data: string): void {
    this.#sentAt = this.clock.now();
    try {
      this.socket.send(data);
    } catch {
      this.end();
    }
  }

  #receive(data: unknown): void {
    this.#heardAt = this.clock.now();
    let records: Incoming[];
    try {
      records = decode(String(data));
    } catch {
      this.end(); // Not our protocol (a proxy's error page, say): start afresh.
      return;
    }
    for (const record of records) if (this.#state !== 'gone') this.#handle(record);
  }

  #handle(record: Incoming): void {
    if (record.type !== 'handshake' && record.type !== 'close') this.#welcome();
    switch (record.type) {
      case 'handshake':
        if (record.error === undefined) this.#becomeReady();
        else this.end(true);
        return;
      case 'call':
        this.events.call(record.target, record.args);
        return;
      case 'completion':
        this.#settle(record.id, (p) => (record.error === undefined ? p.resolve(record.result) : p.reject(errorFromText(record.error))));
        return;
      case 'ping':
        // Timers of a hidden tab run once a minute, messages do not wait: answer the server's ping.
        if (this.clock.now() - this.#sentAt >= pingEvery / 2) this.#send(ping);
        return;
      case 'close':
        this.end(!record.allowReconnect, refusalIn(record.error));
    }
  }

  #welcome(): void {
    if (!this.#isWelcome) this.events.welcomed();
    this.#isWelcome = true;
  }

  #becomeReady(): void {
    if (this.#state !== 'opening') return;
    this.#state = 'ready';
    this.#cancelTick();
    this.#tick();
    this.events.ready();
  }

  #tick(): void {
    this.#cancelTick = this.clock.after(pingEvery, () => {
      if (this.isStale) return this.end();
      this.#send(ping);
      if (this.#state === 'ready') this.#tick();
    });
  }

  #settle(id: string, how: (pending: Pending) => void): void {
    const pending = this.#pending.get(id);
    if (!pending) return;
    this.#pending.delete(id);
    pending.cancel();
    how(pending);
  }
}

function refusalIn(error: string | undefined): Refused | null {
  const why = error === undefined ? null : errorFromText(error);
  return why instanceof Refused ? why : null;
}
