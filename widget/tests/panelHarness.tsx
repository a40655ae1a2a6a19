import { signal } from '../src/core/signals';
import { render } from 'preact';
import { afterEach, beforeEach } from 'vitest';
import { Conversation, type Written } from '../src/chat/conversation';
import { extras } from '../src/chat/extras';
import * as parts from '../src/chat/extras/part';
import { provideFace } from '../src/chat/face';
import { makeFiles } from '../src/chat/files/part';
import { filesPart } from '../src/chat/filesPart';
import { Panel } from '../src/chat/Panel';
import { report } from '../src/chat/report';
import type { PrivacyNotice } from '../src/contract/frame';
import type { Message, SendRequest, VisitorClient, VisitorHub, VisitorTicket } from '../src/contract/hubs';
import { ServerTime } from '../src/core/serverTime';
import { Connection } from '../src/core/connection';
import type { Letter } from '../src/core/outbox';
import { chatWords } from '../src/i18n/chat';
import { FakeClock, FakeServer, settled } from './fakes';
import { joinReply, message, offers } from './samples';

export let clock: FakeClock;
export let server: FakeServer;
/** What the tests set: the messages that the server holds, and the ticket. */
export const given: { stored: Message[]; ticket: VisitorTicket | null; notice?: PrivacyNotice | undefined } = { stored: [], ticket: null };
export let conversation: Conversation;
export let connection: Connection<VisitorHub, VisitorClient>;
export let kept: readonly Letter<Written>[];
export let told: [string, unknown][];
export let closes: number;
export const fills = signal(false);

/** A server that stores: by id once, in sequence. */
function answerLikeTheServer(): void {
  server.answers['Join'] = ({ after }: { after: number }) =>
    joinReply(given.stored.filter(({ sequence }) => sequence > after).slice(after === 0 ? -50 : 0), { ticket: given.ticket, lastSequence: given.stored.at(-1)?.sequence ?? 0 });
  server.answers['Kinds'] = () => offers;
  server.answers['History'] = ({ before, limit }: { before: number; limit: number }) => given.stored.filter(({ sequence }) => sequence < before).slice(-limit);
  server.answers['Send'] = ({ id, text }: SendRequest) => {
    let found = given.stored.find((other) => other.id === id);
    if (!found) given.stored.push((found = message((given.stored.at(-1)?.sequence ?? 0) + 1, { id, text, author: 'Visitor', authorName: null })));
    return { id, sequence: found.sequence, sentAt: found.sentAt, ticket: given.ticket };
  };
}

export async function show(): Promise<void> {
  let n = 0;
  const time = new ServerTime(clock);
  connection = new Connection({ open: server.open, clock, random: () => 0.5 });
  conversation = new Conversation({ connection, clock, time, random: () => 0.5, newId: () => `own${++n}`, store: { load: () => [...kept], save: (letters) => (kept = letters) } });
  const face = {
    conversation,
    words: chatWords('ru'),
    draft: signal(''),
    kind: signal(null),
    notice: given.notice,
    consent: signal<boolean | null>(null),
    fills,
    fatal: signal(null),
    openings: signal(0),
    isEmbedded: true,
    now: time.now,
    close: () => void closes++,
    end: () => Promise.reject(new Error('away')),
  };
  report(conversation, (name, data) => told.push([name, data]));
  provideFace(face);
  extras.value = parts;
  filesPart.value = makeFiles({ connection, conversation, draft: face.draft, fatal: face.fatal }, '');
  render(<Panel />, document.body);
  connection.start();
  await drawn();
}

export async function drawn(): Promise<void> {
  await settled();
  await new Promise((resolve) => setTimeout(resolve, 5));
  await settled();
}

export const all = (id: string) => [...document.querySelectorAll<HTMLElement>(`[data-testid="${id}"]`)];
export const texts = () => all('message').map((bubble) => bubble.querySelector('.text')?.textContent);
export const box = () => document.querySelector('textarea') as HTMLTextAreaElement;
export const words = () => document.body.textContent;
export const named = (name: string) => [...document.querySelectorAll('button')].find((button) => (button.getAttribute('aria-label') ?? button.textContent).trim() === name);

export async function write(text: string, key: KeyboardEventInit = {}): Promise<void> {
  box().value = text;
  box().dispatchEvent(new Event('input', { bubbles: true }));
  await drawn();
  box().dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...key }));
  await drawn();
}

/** To be called once by each test file. */
export function usePanel(): void {
  beforeEach(() => {
    clock = new FakeClock();
    server = new FakeServer();
    given.stored = [];
    given.ticket = null;
    given.notice = undefined;
    kept = [];
    told = [];
    closes = 0;
    fills.value = false;
    answerLikeTheServer();
  });
  afterEach(() => {
    connection.stop();
    render(null, document.body);
  });
}
