import { beforeEach, describe, expect, test } from 'vitest';
import { Conversation } from '../src/chat/conversation';
import { share, type Word } from '../src/chat/keeping';
import { findLeft, leftBehind, settle } from '../src/chat/leftBehind';
import type { Fatal } from '../src/chat/session';
import type { AttachmentView, SendRequest, VisitorClient, VisitorHub } from '../src/contract/hubs';
import { Connection } from '../src/core/connection';
import { ServerTime } from '../src/core/serverTime';
import { signal } from '../src/core/signals';
import type { Kept } from '../src/ui/kept';
import { FakeClock, FakeServer, settled } from './fakes';
import { joinReply, message } from './samples';

/** What the tabs of one browser have in common. */
class Browser {
  readonly stored = new Map<string, unknown>();
  readonly channels: { onmessage: ((event: MessageEvent) => unknown) | null }[] = [];
  isFull = false;
  holder: ((mine: boolean) => void) | null = null;
  #waiting: ((mine: boolean) => void)[] = [];

  kept: Kept = {
    all: async () => structuredClone([...this.stored.values()]),
    put: async (name, value) => {
      if (this.isFull) throw new Error('QuotaExceededError');
      this.stored.set(name, structuredClone(value));
    },
    remove: async (name) => void this.stored.delete(name),
  };

  channel() {
    const own = {
      onmessage: null as ((event: MessageEvent) => unknown) | null,
      postMessage: (word: Word) => {
        for (const other of this.channels) if (other !== own) other.onmessage?.({ data: structuredClone(word) } as MessageEvent);
      },
    };
    this.channels.push(own);
    return own;
  }

  turns = (told: (mine: boolean) => void) => (wanted: boolean, atOnce = false) => {
    if (wanted && atOnce && this.holder !== told) {
      const before = this.holder;
      this.holder = told;
      told(true);
      before?.(false);
      if (before) this.#waiting.push(before);
    } else if (wanted && !this.holder) told(((this.holder = told), true));
    else if (wanted) this.#waiting.push(told);
    else if (this.holder === told) {
      this.holder = null;
      told(false);
      this.pass();
    }
  };

  /** The one that had the turn is gone. */
  pass(): void {
    this.holder = this.#waiting.shift() ?? null;
    this.holder?.(true);
  }
}

let clock: FakeClock;
let browser: Browser;
let server: FakeServer;
let stored: ReturnType<typeof message>[];
let n = 0;

async function tab({ online = true, memory = false } = {}) {
  const connection = new Connection<VisitorHub, VisitorClient>({ open: server.open, clock, random: () => 0.5 });
  const newId = () => `letter${++n}`;
  const conversation = new Conversation({ connection, clock, time: new ServerTime(clock), random: () => 0.5, newId, store: { load: () => [], save: () => {} } });
  const draft = signal('');
  const fatal = signal<Fatal | null>(null);
  conversation.outbox.turn(false);
  await share({ connection, conversation, draft, fatal }, memory ? { kept: null, channel: null, forget: () => {}, turns: (told) => told } : { kept: browser.kept, channel: browser.channel(), forget: () => browser.stored.clear(), turns: browser.turns });
  if (online) connection.start();
  await settled();
  await settled();
  const waiting = () => conversation.letters.value.map(({ body, state }) => `${body.text}: ${state}`);
  const texts = () => conversation.messages.value.map(({ text }) => text);
  return { connection, conversation, draft, fatal, waiting, texts, go: async () => (connection.start(), await settled(), await settled()) };
}

beforeEach(() => {
  clock = new FakeClock();
  browser = new Browser();
  server = new FakeServer();
  stored = [];
  server.answers['Join'] = ({ after }: { after: number }) => joinReply(stored.filter(({ sequence }) => sequence > after), { lastSequence: stored.length });
  server.answers['Send'] = ({ id, text }: SendRequest) => {
    let found = stored.find((other) => other.id === id);
    if (!found) stored.push((found = message(stored.length + 1, { id, text, author: 'Visitor', authorName: null })));
    return { id, sequence: found.sequence, sentAt: found.sentAt, ticket: null };
  };
});

describe('the tabs of one browser', () => {
  test('what waits and what is being written outlive their tab, and leave in order, once', async () => {
    const crashed = await tab({ online: false });
    for (const text of ['a', 'b', 'c']) crashed.conversation.send(text);
    crashed.draft.value = 'недописан';
    browser.channels.length = 0;
    await settled();

    const after = await tab({ online: false });
    expect(after.waiting()).toEqual(['a: waiting', 'b: waiting', 'c: waiting']);
    expect(after.draft.value).toBe('недописан');
    expect(after.conversation.isKept.value).toBe(true);
    await after.go();
    expect(after.texts()).toEqual(['a', 'b', 'c']);
    expect(server.called('Send')).toHaveLength(3);
    expect([...browser.stored.keys()]).toEqual(['draft']);
  });

  test('what is written in one is seen in the other, the draft too, and sent by whichever lives', async () => {
    const dies = await tab({ online: false });
    const lives = await tab();
    dies.draft.value = 'Не печат';
    expect(lives.draft.value).toBe('Не печат');
    dies.draft.value = '';
    dies.conversation.send('Не печатает');
    await settled();
    await settled();

    expect(lives.texts()).toEqual(['Не печатает']);
    expect(lives.draft.value).toBe('');
    expect(dies.waiting()).toEqual([]);
    expect(server.called('Send')).toHaveLength(1);
    expect(browser.stored.get('draft')).toBe('');
  });

  test('what one learns the others show, even one that the server turned away; of their own conversation alone', async () => {
    stored.push(message(1));
    const hears = await tab();
    const deaf = await tab();
    expect(deaf.texts()).toHaveLength(1);
    server.sockets[1]?.cut();
    server.isDown = true;
    server.sockets[0]?.say({ type: 1, target: 'Messages', arguments: [[message(2, { text: 'Ответ' })]] });
    await settled();
    expect(deaf.texts().at(-1)).toBe('Ответ');

    hears.conversation.id.value = 'another';
    server.sockets[0]?.say({ type: 1, target: 'Messages', arguments: [[message(3, { text: 'Чужое' })]] });
    await settled();
    expect(deaf.texts().at(-1)).toBe('Ответ');
  });

  test('a tab that sleeps with the turn keeps nobody from sending', async () => {
    const asleep = await tab();
    const awake = await tab();
    expect(browser.holder).not.toBeNull();
    browser.channels.splice(0, 1); // It hears of nothing while it sleeps.
    awake.conversation.send('Срочно');
    await settled();
    expect(awake.texts()).toEqual(['Срочно']);
    expect(server.called('Send')).toHaveLength(1);
    expect(asleep.texts()).toEqual([]);
  });

  test('one that comes to the turn knows what a dead one could not tell', async () => {
    const dead = await tab();
    const next = await tab();
    server.isSilent = true;
    browser.channels.length = 0;
    dead.conversation.send('a');
    await settled();
    server.isSilent = false;
    expect(next.waiting()).toEqual([]);
    browser.pass();
    await settled();
    await settled();
    expect(next.texts()).toEqual(['a']);
    expect(stored).toHaveLength(1);
  });

  test('an end in one is an end in all, and leaves nothing behind', async () => {
    stored.push(message(1));
    const one = await tab();
    const other = await tab();
    other.connection.stop();
    other.conversation.send('не ушло');
    other.draft.value = 'недописан';
    one.connection.stop();
    one.conversation.wipe();
    one.fatal.value = 'ended';
    await settled();
    for (const { conversation, draft, fatal, texts, waiting, connection } of [one, other])
      expect([texts(), waiting(), fatal.value, connection.link, conversation.ticket.value, draft.value]).toEqual([[], [], 'ended', 'stopped', null, '']);
    expect([...browser.stored]).toEqual([]);
  });

  test('where nothing can be kept it is said, and everything goes on', async () => {
    const alone = await tab({ memory: true });
    expect(alone.conversation.isKept.value).toBe(false);
    alone.conversation.send('a');
    await settled();
    expect(alone.texts()).toEqual(['a']);

    const full = await tab({ online: false });
    browser.isFull = true;
    expect(full.conversation.isKept.value).toBe(true);
    full.conversation.send('b');
    await settled();
    expect(full.conversation.isKept.value).toBe(false);
    expect(full.waiting()).toEqual(['b: waiting']);
  });
});

describe('what was written before a site said who is signed in', () => {
  /** The signed-in visitor has a drawer of their own; before is what lies in the other. */
  async function signedIn() {
    const before = browser;
    browser = new Browser();
    const mine = await tab();
    await findLeft({ connection: mine.connection, conversation: mine.conversation, draft: mine.draft, fatal: signal<Fatal | null>(null) }, before.kept);
    return { ...mine, before };
  }

  test('is not sent by itself and not lost: its writer is asked, and it goes out in order as theirs', async () => {
    const anonymous = await tab({ online: false });
    for (const text of ['a', 'b']) anonymous.conversation.send(text);
    anonymous.draft.value = 'недописан';
    await settled();
    const { texts, draft, before } = await signedIn();
    expect([texts(), server.called('Send').length, draft.value]).toEqual([[], 0, 'недописан']);
    expect(leftBehind.value.map(({ body }) => body.text)).toEqual(['a', 'b']);
    settle(true);
    for (let i = 0; i < 4; i++) await settled();
    expect(texts()).toEqual(['a', 'b']);
    expect([leftBehind.value, [...before.stored.keys()]]).toEqual([[], []]);
  });

  test('stays until that is said, and is gone when it is not wanted; what quoted another thread quotes nothing here, and files are named', async () => {
    const anonymous = await tab({ online: false });
    anonymous.conversation.quoted.value = message(1);
    anonymous.conversation.send('с цитатой');
    await settled();
    const { before } = await signedIn();
    expect(before.stored.size).toBe(1);
    settle(false);
    await settled();
    expect([before.stored.size, server.called('Send').length]).toEqual([0, 0]);
    browser = before;
    const again = await tab({ online: false });
    again.conversation.quoted.value = message(1);
    again.conversation.send('с цитатой');
    again.conversation.send('', null, null, [{ id: 'f1', name: 'чек.png', type: 'Png', size: 1 }] as unknown as AttachmentView[]);
    await settled();
    await signedIn();
    settle(true);
    for (let i = 0; i < 4; i++) await settled();
    expect(server.called('Send').map(([request]) => request as SendRequest)).toMatchObject([
      { text: 'с цитатой', replyTo: null, attachments: null },
      { text: 'чек.png', attachments: null },
    ]);
  });
});
