import { beforeEach, describe, expect, test } from 'vitest';
import { uuidv7 } from '../src/core/ids';
import { type Letter, Outbox } from '../src/core/outbox';
import { Refused, ServerTrouble, Unanswered } from '../src/core/refused';
import { FakeClock, settled } from './fakes';

interface Attempt {
  id: string;
  text: string;
  ack(sequence: number): Promise<void>;
  fail(error: Error): Promise<void>;
}

let clock: FakeClock;
let attempts: Attempt[];
let kept: readonly Letter<string>[];
let nextId: number;

function make(): Outbox<string, { sequence: number }> {
  return new Outbox<string, { sequence: number }>({
    deliver: (id, text) =>
      new Promise((resolve, reject) => {
        attempts.push({
          id,
          text,
          ack: (sequence) => (resolve({ sequence }), settled()),
          fail: (error) => (reject(error), settled()),
        });
      }),
    acknowledged: () => {},
    changed: () => {},
    newId: () => `id${++nextId}`,
    clock,
    random: () => 0.5,
    store: { load: () => [...kept], save: (letters) => (kept = letters) },
  });
}

const attempt = (n: number): Attempt => {
  const made = attempts[n];
  if (!made) throw new Error(`there were only ${attempts.length} attempts`);
  return made;
};
const states = (outbox: Outbox<string, { sequence: number }>) => outbox.letters.map(({ body, state }) => `${body}: ${state}`);

beforeEach(() => {
  clock = new FakeClock();
  attempts = [];
  kept = [];
  nextId = 0;
});

describe('outbox', () => {
  test('nothing leaves without a connection, everything leaves with it, in order, one in flight', async () => {
    const outbox = make();
    outbox.put('a');
    outbox.put('b');
    expect(attempts).toHaveLength(0);
    outbox.connected(true);
    expect(attempts.map(({ text }) => text)).toEqual(['a']);
    await attempt(0).ack(1);
    expect(attempts.map(({ text }) => text)).toEqual(['a', 'b']);
    expect(states(outbox)).toEqual(['a: saved', 'b: waiting']);
  });

  test('a letter whose fate is unknown is repeated under the same id', async () => {
    const outbox = make();
    outbox.connected(true);
    outbox.put('a');
    outbox.connected(false);
    await attempt(0).fail(new Unanswered());
    expect(states(outbox)).toEqual(['a: waiting']);
    outbox.connected(true);
    expect(attempts.map(({ id }) => id)).toEqual(['id1', 'id1']);
  });

  test('a swallowed answer on a living connection is asked for again, with the same id and before the next letter', async () => {
    const outbox = make();
    outbox.connected(true);
    outbox.put('a');
    outbox.put('b');
    await attempt(0).fail(new Unanswered('no answer in time'));
    await clock.pass(2_000);
    expect(attempts.map(({ text }) => text)).toEqual(['a', 'a']);
    await attempt(1).ack(1);
    expect(attempt(2).text).toBe('b');
  });

  test('an ailing server is asked again, ever more rarely', async () => {
    const outbox = make();
    outbox.connected(true);
    outbox.put('a');
    for (let n = 0; n < 4; n++) {
      await attempt(n).fail(new ServerTrouble());
      await clock.pass(20_000);
    }
    expect(new Set(attempts.map(({ id }) => id)).size).toBe(1);
    expect(states(outbox)).toEqual(['a: waiting']);
  });

  test('a letter that the server fails on for a quarter of an hour steps aside for the others', async () => {
    const outbox = make();
    outbox.connected(true);
    outbox.put('poison');
    outbox.put('b');
    for (let n = 0; n <= 40; n++) {
      await attempt(n).fail(new Refused('internal'));
      await clock.pass(30_000);
    }
    expect(states(outbox)).toEqual(['poison: failed', 'b: waiting']);
    expect(attempts.at(-1)?.text).toBe('b');
  });

  test('a refusal is final: it says why and lets the next one go', async () => {
    const outbox = make();
    outbox.connected(true);
    outbox.put('a');
    outbox.put('b');
    await attempt(0).fail(new Refused('text-too-long'));
    expect(outbox.letters[0]).toMatchObject({ state: 'failed', code: 'text-too-long' });
    expect(attempt(1).text).toBe('b');
  });

  test('a refused letter tried again by hand keeps its id', async () => {
    const outbox = make();
    outbox.connected(true);
    const id = outbox.put('a');
    await attempt(0).fail(new Refused('nope'));
    outbox.retry(id);
    expect(attempt(1).id).toBe(id);
  });

  test('what waits survives a reload of the page, what was saved is not sent again', async () => {
    const before = make();
    before.connected(true);
    before.put('a');
    before.put('b');
    await attempt(0).ack(1);
    const after = make();
    expect(states(after)).toEqual(['b: waiting']);
    after.connected(true);
    expect(attempts.at(-1)).toMatchObject({ id: 'id2', text: 'b' });
  });
});

describe('an outbox among others', () => {
  const letter = (id: string, writtenAt: number): Letter<string> => ({ id, body: id, writtenAt, state: 'waiting', code: null, sequence: null });

  test('sends only while it has the turn, what others wrote too, in the order of writing', async () => {
    const outbox = make();
    outbox.turn(false);
    outbox.connected(true);
    outbox.put('mine');
    outbox.hear([letter('theirs', 1)]);
    expect(attempts).toHaveLength(0);
    outbox.turn(true);
    expect(attempt(0).text).toBe('theirs');
    outbox.turn(false);
    await attempt(0).ack(1);
    expect(attempts).toHaveLength(1);
  });

  test('what is delivered from here is not brought back by a tab that does not know it yet', async () => {
    const outbox = make();
    outbox.connected(true);
    const id = outbox.put('a');
    const stale = outbox.letters;
    await attempt(0).ack(1);
    outbox.hear(stale);
    expect(attempts).toHaveLength(1);
    expect(outbox.letters.map((kept) => [kept.id, kept.state])).toEqual([[id, 'saved']]);
    expect(kept).toEqual([]);
  });

  test('a clock that goes backward does not turn the order round', () => {
    const outbox = make();
    outbox.put('a');
    clock.sleep(-60_000);
    outbox.put('b');
    const [a, b] = outbox.letters;
    expect(b?.writtenAt).toBeGreaterThan(a?.writtenAt ?? Infinity);
  });
});

describe('ids', () => {
  test('are UUIDs of version 7 that sort by time', () => {
    const random = new Uint8Array(16).fill(255);
    const id = uuidv7(Date.parse('2026-11-23T09:00:00Z'), random);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(parseInt(id.replace(/-/g, '').slice(0, 12), 16)).toBe(Date.parse('2026-11-23T09:00:00Z'));
    expect(uuidv7(1, random) < uuidv7(2, random)).toBe(true);
  });
});
