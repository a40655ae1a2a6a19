import { beforeEach, describe, expect, test } from 'vitest';
import type { Message, VisitorClient, VisitorHub } from '../src/contract/hubs';
import { backoff } from '../src/core/backoff';
import { Connection, type Link } from '../src/core/connection';
import { Refused, ServerTrouble, Unanswered } from '../src/core/refused';
import { FakeClock, FakeServer, hubException, settled } from './fakes';
import { message } from './samples';

let clock: FakeClock;
let server: FakeServer;
let links: Link[];
let prepared: number;
let mayGoOn: boolean;
let connection: Connection<VisitorHub, VisitorClient>;

const ping = '{"type":6}\u001e';
const pings = () => server.socket.sent.filter((data) => data === ping).length;
const join = () => connection.invoke('Join', [{ after: 0 }]);

beforeEach(async () => {
  clock = new FakeClock();
  server = new FakeServer();
  links = [];
  prepared = 0;
  mayGoOn = true;
  const prepare = () => Promise.resolve(++prepared > 0 && mayGoOn);
  connection = new Connection({ open: server.open, clock, random: () => 0.5, prepare });
  connection.links.subscribe((link) => links.push(link));
  connection.start();
  await settled();
});

describe('protocol', () => {
  test('the handshake is the first thing said, and the link opens by its answer', () => {
    expect(server.socket.sent[0]).toBe('{"protocol":"json","version":1}\u001e');
    expect(links).toEqual(['connecting', 'open']);
  });

  test('a call is answered by its own completion', async () => {
    server.answers['Join'] = ({ after }: { after: number }) => ({ lastSequence: after + 1 });
    const [one, two] = await Promise.all([connection.invoke('Join', [{ after: 1 }]), connection.invoke('Join', [{ after: 2 }])]);
    expect([one.lastSequence, two.lastSequence]).toEqual([2, 3]);
  });

  test('a HubException becomes a refusal with its code', async () => {
    server.answers['Join'] = () => {
      throw hubException('Join', 'not-eligible', { until: 'x' });
    };
    await expect(join()).rejects.toMatchObject({ code: 'not-eligible', detail: { until: 'x' } });
    await expect(join()).rejects.toBeInstanceOf(Refused);
  });

  test('any other error of the server is trouble that may pass', async () => {
    server.answers['Join'] = () => {
      throw new Error("An unexpected error occurred invoking 'Join' on the server.");
    };
    await expect(join()).rejects.toBeInstanceOf(ServerTrouble);
  });

  test('several records in one frame are all heard, unknown kinds are skipped', () => {
    const heard: Message[] = [];
    connection.on('Messages', (messages) => heard.push(...messages));
    server.socket.say({ type: 1, target: 'Messages', arguments: [[message(1)]] }, { type: 99 }, { type: 1, target: 'Unheard', arguments: [] }, { type: 1, target: 'Messages', arguments: [[message(2)]] });
    expect(heard.map(({ sequence }) => sequence)).toEqual([1, 2]);
  });

  test('a call that is never answered gives up', async () => {
    server.isSilent = true;
    const call = join();
    const outcome = expect(call).rejects.toBeInstanceOf(Unanswered);
    const ticking = setTicking();
    await clock.pass(21_000);
    ticking();
    await outcome;
  });

  test('a call without a connection fails at once', async () => {
    server.isDown = true;
    server.socket.cut();
    await expect(join()).rejects.toBeInstanceOf(Unanswered);
  });
});

/** The server keeps pinging, so that only the call is late. */
function setTicking(): () => void {
  let on = true;
  const tick = () =>
    clock.after(10_000, () => {
      if (!on) return;
      server.socket.say({ type: 6 });
      tick();
    });
  tick();
  return () => (on = false);
}

describe('keeping alive', () => {
  test('a ping goes every 15 seconds', async () => {
    const stop = setTicking();
    await clock.pass(46_000);
    stop();
    expect(pings()).toBeGreaterThanOrEqual(3);
    expect(links.at(-1)).toBe('open');
  });

  test('a ping of the server is answered when timers sleep, as they do in a hidden tab', () => {
    clock.sleep(20_000);
    server.socket.say({ type: 6 });
    expect(pings()).toBe(1);
  });

  test('a server that is silent for 30 seconds is given up', async () => {
    await clock.pass(46_000);
    expect(links).toContain('lost');
    expect(server.sockets.length).toBeGreaterThan(1);
  });
});

describe('coming back', () => {
  test('a lost link is dialled again by itself and opens', async () => {
    server.socket.cut();
    expect(links.at(-1)).toBe('lost');
    await clock.pass(1_000);
    expect(links.at(-1)).toBe('open');
    expect(server.sockets).toHaveLength(2);
  });

  test('what was under way fails when the link breaks, so that its sender can repeat it', async () => {
    server.isSilent = true;
    const outcome = expect(join()).rejects.toBeInstanceOf(Unanswered);
    server.socket.cut();
    await outcome;
  });

  test('attempts become rarer, and never rarer than half a minute', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7, 8, 20].map((n) => backoff(n, 1));
    expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 16000, 30000, 30000, 30000]);
  });

  test('half of the wait is chance, so that a crowd does not return in one instant', () => {
    expect(backoff(5, 0)).toBe(4000);
    expect(backoff(5, 0.999)).toBeGreaterThan(7900);
  });

  test('waking up does not sit out the back-off', async () => {
    server.isDown = true;
    server.socket.cut();
    await clock.pass(60_000);
    server.isDown = false;
    const before = server.sockets.length;
    connection.wake();
    await settled();
    expect(server.sockets).toHaveLength(before + 1);
    expect(links.at(-1)).toBe('open');
  });

  test('after a sleep a socket that heard nothing is not trusted', async () => {
    clock.sleep(600_000);
    connection.wake();
    await settled();
    expect(server.sockets).toHaveLength(2);
    expect(links.at(-1)).toBe('open');
  });

  test('waking up with a fresh socket keeps it and says so', () => {
    let woken = 0;
    connection.woken.subscribe(() => woken++);
    connection.wake();
    expect(woken).toBe(1);
    expect(server.sockets).toHaveLength(1);
  });

  test('the session is renewed after the second failure, and one that is over stops', async () => {
    server.isDown = true;
    server.socket.cut();
    await clock.pass(400);
    expect(prepared).toBe(0);
    await clock.pass(3_000);
    expect(prepared).toBeGreaterThan(0);
    mayGoOn = false;
    await clock.pass(60_000);
    expect(links.at(-1)).toBe('stopped');
  });

  test('a server that sends us away is asked for a new session first', async () => {
    server.socket.say({ type: 7 });
    await clock.pass(1_000);
    expect(prepared).toBe(1);
  });

  test('a server that restarts invites back without that', async () => {
    server.socket.say({ type: 7, allowReconnect: true });
    await clock.pass(1_000);
    expect(prepared).toBe(0);
    expect(links.at(-1)).toBe('open');
  });

  describe('turned away with a reason after the handshake, as an eleventh tab is', () => {
    const turnAway = () => server.socket.say({ type: 7, error: 'Connection closed with an error. HubException: {"code":"too-many-connections","detail":{"retryAfter":"30"}}' });
    let codes: (string | null)[];
    beforeEach(() => {
      codes = [];
      connection.refusals.subscribe((why) => codes.push(why?.code ?? null));
      turnAway();
    });

    test('the reason is told, and stands until the server has us', async () => {
      await clock.pass(31_000);
      expect(links.at(-1)).toBe('open');
      expect(codes).toEqual(['too-many-connections']);
      await join();
      expect(codes).toEqual(['too-many-connections', null]);
    });

    test('the wait that was asked for is kept, and grows: an answered handshake alone is no success', async () => {
      for (let n = 0; n < 4; n++) {
        await clock.pass(30_000);
        expect(server.sockets).toHaveLength(n + 1);
        await clock.pass(5_000);
        expect(server.sockets).toHaveLength(n + 2);
        turnAway();
      }
      await clock.pass(35_000);
      expect(server.sockets).toHaveLength(5);
    });

    test('but somebody who looks at the tab does not wait', async () => {
      connection.wake();
      await settled();
      await settled();
      expect(server.sockets).toHaveLength(2);
    });
  });

  test('stopped is stopped', async () => {
    connection.stop();
    await clock.pass(120_000);
    connection.wake();
    expect(server.sockets).toHaveLength(1);
    expect(links.at(-1)).toBe('stopped');
  });
});
