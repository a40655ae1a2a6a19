import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { VisitorClient, VisitorHub } from '../src/contract/hubs';
import { Connection } from '../src/core/connection';
import { hubOpener } from '../src/ui/hubOpener';
import { clock } from '../src/ui/browser';

const end = '\u001e';

/** A server behind a proxy that lets no WebSocket through. */
let blocked: boolean;
let away: boolean;
let requests: string[];
let posted: string[];
let answerPoll: ((text: string | null) => void) | null;
let queued: string[];
let sockets: FakeWebSocket[];

class FakeWebSocket extends EventTarget {
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: (() => void) | null = null;
  onerror: (() => void) | null = null;
  constructor() {
    super();
    sockets.push(this);
    void Promise.resolve().then(() => (blocked || away ? this.onclose?.() : this.onopen?.()));
  }
  send(data: string): void {
    if (!data.includes('protocol')) return;
    this.dispatchEvent(new Event('message'));
    this.onmessage?.({ data: `{}${end}` });
  }
  close(): void {}
}

const response = (status: number, text = '') => ({ status, text: () => Promise.resolve(text) });

function say(record: unknown): void {
  const text = JSON.stringify(record) + end;
  if (answerPoll) answerPoll(text);
  else queued.push(text);
}

function serve(to: URL, { method, body, signal }: { method: string; body: string | null; signal?: AbortSignal }): Promise<unknown> {
  requests.push(`${method} ${to.pathname}${to.search}`);
  if (away) return Promise.reject(new TypeError('Failed to fetch'));
  if (to.pathname.endsWith('/negotiate')) return Promise.resolve(response(200, '{"connectionToken":"t1"}'));
  if (method === 'POST') {
    posted.push(body ?? '');
    if (body?.includes('protocol')) say({});
    for (const part of (body ?? '').split(end).filter((text) => text.includes('invocationId'))) say({ type: 3, invocationId: (JSON.parse(part) as { invocationId: string }).invocationId, result: 'да' });
    return Promise.resolve(response(200));
  }
  if (requests.filter((line) => line.startsWith('GET')).length === 1) return Promise.resolve(response(200));
  return new Promise((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(new Error('aborted')));
    answerPoll = (text) => {
      answerPoll = null;
      resolve(text === null ? response(204) : response(200, text));
    };
    setTimeout(() => answerPoll?.(''), 20_000);
    const next = queued.shift();
    if (next !== undefined) answerPoll(next);
  });
}

let connection: Connection<VisitorHub, VisitorClient>;
beforeEach(() => {
  vi.useFakeTimers();
  blocked = true;
  away = false;
  [requests, posted, queued, sockets] = [[], [], [], []];
  answerPoll = null;
  vi.stubGlobal('WebSocket', FakeWebSocket);
  vi.stubGlobal('fetch', serve);
  vi.stubGlobal('location', { href: 'http://chat.localhost/frame' });
  connection = new Connection({ open: hubOpener('/hubs/visitor?locale=ru'), clock, random: () => 0 });
});
afterEach(() => {
  connection.stop();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});
/** The chunk is fetched in real time. */
const pass = async (ms: number) => {
  await vi.advanceTimersByTimeAsync(ms);
  await vi.dynamicImportSettled();
  await vi.advanceTimersByTimeAsync(0);
};

describe('where WebSockets are blocked', () => {
  test('calls and messages go by HTTP, in order, with the same core', async () => {
    const heard: unknown[] = [];
    connection.on('Messages', (messages) => heard.push(messages));
    connection.start();
    await pass(1_000);
    expect(connection.link).toBe('open');
    await expect(Promise.all([connection.invoke('Join', [{ after: 0 }]), connection.invoke('Read', [{ sequence: 1 }]), connection.invoke('Kinds', [])])).resolves.toEqual(['да', 'да', 'да']);
    expect(posted.join('').match(/Join|Read|Kinds/g)).toEqual(['Join', 'Read', 'Kinds']);
    say({ type: 1, target: 'Messages', arguments: [['ответ']] });
    await pass(0);
    expect(heard).toEqual([['ответ']]);
    expect(requests.filter((line) => !/negotiate/.test(line)).every((line) => line.endsWith('/hubs/visitor?locale=ru&id=t1'))).toBe(true);
  });

  test('an end that the server says is one, and leaving says so to the server', async () => {
    connection.start();
    await pass(1_000);
    answerPoll?.(null);
    await pass(0);
    expect(connection.link).toBe('lost');
    expect(requests.at(-1)).toBe('DELETE /hubs/visitor?locale=ru&id=t1');
  });

  test('it is tried again by WebSocket, and that is used once it gets through', async () => {
    connection.start();
    await pass(1_000);
    expect(sockets).toHaveLength(1);
    await pass(60_000);
    expect([sockets.length, connection.link]).toEqual([2, 'open']);
    blocked = false;
    await pass(60_000);
    await pass(1_000);
    expect(connection.link).toBe('open');
    const polls = requests.length;
    await pass(200_000);
    expect(requests).toHaveLength(polls);
  });

  test('a server that is away is not taken for a blocked WebSocket where those have worked', async () => {
    blocked = false;
    connection.start();
    await pass(0);
    expect(connection.link).toBe('open');
    away = true;
    sockets[0]?.onclose?.();
    await pass(800);
    expect([sockets.length, requests.length]).toEqual([3, 0]);
    away = false;
    await pass(3_000);
    expect([connection.link, requests]).toEqual(['open', []]);
  });
});
