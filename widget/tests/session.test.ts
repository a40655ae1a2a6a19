import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Session, startSession } from '../src/chat/session';
import { Refused } from '../src/core/refused';
import { settled } from './fakes';

const body = { site: 'i-stom', page: '', title: '', locale: 'ru' };
/** What the server has not answered yet, oldest first. */
let open: ((status: number, answer: object) => Promise<void>)[];
let asked: number;

/** Locks as browsers have them: one holder, the others in line; what the holder's work comes to, the request comes to. */
function locks() {
  const line = new Map<string, Promise<unknown>>();
  return {
    request: (name: string, work: () => Promise<unknown>) => {
      const done = (line.get(name) ?? Promise.resolve()).then(work);
      line.set(name, done.catch(() => {}));
      return done;
    },
  };
}

beforeEach(() => {
  vi.useFakeTimers();
  open = [];
  asked = 0;
  vi.stubGlobal('fetch', () => {
    asked++;
    return new Promise<Response>((resolve) => open.push((status, answer) => (resolve(Response.json(answer, { status })), vi.advanceTimersByTimeAsync(0).then(() => {}))));
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const visitor = (visitorId: string): Session => ({ visitorId, verified: false, conversationId: null });

test('tabs that open in the same moment ask one after another, and a refusal of one keeps nobody', async () => {
  vi.stubGlobal('navigator', { locks: locks() });
  const refused = startSession(body).catch((error: unknown) => error instanceof Refused && error.code);
  const [second, third] = [startSession(body), startSession(body)];
  await settled();
  expect(asked).toBe(1);
  await open[0]?.(429, { code: 'rate-limited' });
  expect([await refused, asked]).toEqual(['rate-limited', 2]);
  await open[1]?.(200, visitor('a'));
  expect([await second, asked]).toEqual([visitor('a'), 3]);
  await open[2]?.(200, visitor('a'));
  expect([await third, asked]).toEqual([visitor('a'), 3]);
});

test.each([
  ['knows no locks', {}],
  ['denies them', { locks: { request: () => Promise.reject(new DOMException('denied', 'SecurityError')) } }],
])('where the browser %s, each asks at once, and once', async (_, navigator) => {
  vi.stubGlobal('navigator', navigator);
  const both = Promise.all([startSession(body), startSession(body)]);
  await settled();
  expect(asked).toBe(2);
  for (const answer of open) await answer(200, visitor('a'));
  expect([await both, asked]).toEqual([[visitor('a'), visitor('a')], 2]);
});

test('a tab that sleeps while it asks keeps nobody for long, and whoever did not wait does not ask again when the turn comes', async () => {
  vi.stubGlobal('navigator', { locks: locks() });
  void startSession(body);
  const awake = startSession(body);
  await vi.advanceTimersByTimeAsync(9_999);
  expect(asked).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(asked).toBe(2);
  await open[1]?.(200, visitor('b'));
  expect(await awake).toEqual(visitor('b'));
  await open[0]?.(200, visitor('a'));
  expect(asked).toBe(2);
});
