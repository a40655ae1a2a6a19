import type { Clock } from '../src/core/clock';
import type { SocketLike } from '../src/core/hubSocket';

/** Time that moves only when it is told to. */
export class FakeClock implements Clock {
  #now = Date.parse('2026-11-23T09:00:00Z');
  #timers: { at: number; run: () => void }[] = [];

  now = (): number => this.#now;

  after = (ms: number, run: () => void): (() => void) => {
    const timer = { at: this.#now + ms, run };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  };

  /** Runs what falls due, in order, and lets promises settle in between. */
  async pass(ms: number): Promise<void> {
    const end = this.#now + ms;
    for (;;) {
      const [next] = this.#timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
      if (!next) break;
      this.#now = Math.max(this.#now, next.at);
      this.#timers = this.#timers.filter((other) => other !== next);
      next.run();
      await settled();
    }
    this.#now = end;
    await settled();
  }

  /** The machine slept: time passed and no timer ran. */
  sleep(ms: number): void {
    this.#now += ms;
    for (const timer of this.#timers) timer.at += ms;
  }
}

export async function settled(): Promise<void> {
  for (let i = 0; i < 20; i++) await Promise.resolve();
}

const end = '\u001e';
type Answer = (...args: never[]) => unknown;

export class FakeSocket implements SocketLike {
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: (() => void) | null = null;
  onerror: (() => void) | null = null;
  readonly sent: string[] = [];
  isClosed = false;

  constructor(private readonly server: FakeServer) {}

  send(data: string): void {
    this.sent.push(data);
    this.server.hear(this, data);
  }

  close(): void {
    this.isClosed = true;
  }

  say(...records: unknown[]): void {
    this.onmessage?.({ data: records.map((record) => JSON.stringify(record) + end).join('') });
  }

  /** The network goes away under it. */
  cut(): void {
    this.isClosed = true;
    this.onclose?.();
  }
}

/** A hub that speaks the protocol. An answer that throws a code is a HubException; `silent` swallows answers. */
export class FakeServer {
  readonly sockets: FakeSocket[] = [];
  readonly calls: { method: string; args: unknown[] }[] = [];
  answers: Record<string, Answer> = {};
  isDown = false;
  isSilent = false;
  handshakes: string[] = [];

  open = (): FakeSocket => {
    const socket = new FakeSocket(this);
    this.sockets.push(socket);
    void Promise.resolve().then(() => (this.isDown ? socket.cut() : socket.onopen?.()));
    return socket;
  };

  get socket(): FakeSocket {
    const socket = this.sockets.at(-1);
    if (!socket) throw new Error('nobody connected');
    return socket;
  }

  push(target: string, ...args: unknown[]): void {
    this.socket.say({ type: 1, target, arguments: args });
  }

  called(method: string): unknown[][] {
    return this.calls.filter((call) => call.method === method).map(({ args }) => args);
  }

  hear(socket: FakeSocket, data: string): void {
    for (const part of data.split(end).filter((text) => text !== '')) {
      const record = JSON.parse(part) as Record<string, unknown>;
      if ('protocol' in record) {
        this.handshakes.push(data);
        socket.say({});
      } else if (record['type'] === 1) this.#answer(socket, record);
    }
  }

  #answer(socket: FakeSocket, record: Record<string, unknown>): void {
    const method = String(record['target']);
    const args = record['arguments'] as never[];
    this.calls.push({ method, args });
    const reply = { type: 3, invocationId: record['invocationId'] };
    let answer: object;
    try {
      answer = { ...reply, result: this.answers[method]?.(...args) ?? null };
    } catch (thrown) {
      answer = { ...reply, error: String(thrown instanceof Error ? thrown.message : thrown) };
    }
    const isSilent = this.isSilent;
    void Promise.resolve().then(() => {
      if (!isSilent && !socket.isClosed) socket.say(answer);
    });
  }
}

/** What SignalR makes of a HubException. */
export const hubException = (method: string, code: string, detail: object = {}): Error =>
  new Error(`An unexpected error occurred invoking '${method}' on the server. HubException: ${JSON.stringify({ code, detail })}`);
