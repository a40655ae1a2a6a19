import { signal } from '@preact/signals';
import { render } from 'preact';
import { afterEach, beforeEach, vi } from 'vitest';
import { App } from '../src/console/App';
import { Desk } from '../src/console/desk';
import type { Reply } from '../src/console/deskOptions';
import type { AgentClient, AgentHub, AgentTicket, DeskView, OpenReply, SendReply } from '../src/contract/hubs';
import { ServerTime } from '../src/core/serverTime';
import { Connection } from '../src/core/connection';
import type { Letter } from '../src/core/outbox';
import type { Locale } from '../src/i18n/translate';
import { FakeClock, FakeServer, settled } from './fakes';
import { agentTicket, deskView, message, queueItem, ticketEvent } from './samples';

const me = { id: 'a1', name: 'Оператор 1' };
export let clock: FakeClock;
export let server: FakeServer;
/** What the tests set: the desk as the server would show it. */
export const given: { view: DeskView } = { view: deskView([]) };
export let kept: Letter<Reply>[];
export let status: Record<string, [number, unknown]>;
export let posts: [string, unknown][];
export const locale = signal<Locale>('ru');
export const now = signal(0);
/** What the browser's storage holds. */
export let storage: Record<string, string | null>;
export let chimes: number;
/** What the browser was asked to show. */
export let notices: string[];
export const preferences = { keys: signal(true), sound: signal(true), notices: signal(true) };
const keptAs = (key: string) => ({ get: () => storage[key] ?? null, set: (value: string) => void (storage[key] = value) });

export const opened = (n: number, changes: Partial<OpenReply> = {}): OpenReply => ({
  ticket: agentTicket(n),
  messages: [message(1, { author: null, authorName: null, text: null }), message(2, { author: 'Visitor', authorName: null, text: `Вопрос ${n}` })],
  lastSequence: 2,
  reads: [],
  related: [],
  earlier: [],
  events: [ticketEvent(1, 'NoteWritten', { byKind: 'Agent', by: 'Оператор 2', text: 'Звонили вчера' })],
  ...changes,
});
export const mine = (n: number) => agentTicket(n, { status: 'InProgress', assignedTo: me });

/** To be called once by each test file. */
export function useDesk(): void {
  beforeEach(() => {
    clock = new FakeClock();
    server = new FakeServer();
    kept = [];
    storage = {};
    chimes = 0;
    notices = [];
    preferences.keys.value = true;
    location.hash = '';
    posts = [];
    locale.value = 'ru';
    now.value = clock.now();
    given.view = deskView([queueItem(1, { lane: 'Critical', reason: 'RestoreWorkClaimed' }), queueItem(2), queueItem(3)]);
    status = { '/api/account/me': [200, me], '/api/account/sign-in': [204, null], '/api/account/antiforgery': [200, { token: 'sealed' }], '/api/account/sign-out': [204, null] };
    server.answers = {
      Desk: () => given.view,
      Open: ({ ticket }: { ticket: string }) => opened(Number(ticket.slice(1))),
      TakeNext: () => opened(1, { ticket: mine(1) }),
      Take: ({ ticket }: { ticket: string }) => opened(Number(ticket.slice(1)), { ticket: mine(Number(ticket.slice(1))) }),
      Send: ({ id, note }: SendReply) => ({ id, sequence: note ? 2 : 3, sentAt: '2026-11-23T09:05:00.000Z' }),
      Resolve: ({ ticket }: { ticket: string }) => agentTicket(Number(ticket.slice(1)), { status: 'Resolved', assignedTo: me, promise: null }),
    };
    vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
      const [code, body] = status[path] ?? [404, null];
      if (init.method !== 'GET') posts.push([path, JSON.parse(String(init.body))]);
      return Promise.resolve(new Response(code === 204 ? null : JSON.stringify(body), { status: code }));
    });
  });
  afterEach(() => {
    render(null, document.body);
    vi.unstubAllGlobals();
  });
}

function makeDesk(): Desk {
  let n = 0;
  const connection = new Connection<AgentHub, AgentClient>({ open: server.open, clock, random: () => 0.5 });
  const desk = new Desk({
    connection,
    clock,
    time: new ServerTime(clock),
    random: () => 0.5,
    newId: () => `own${++n}`,
    store: { load: () => [...kept], save: (letters) => (kept = [...letters]) },
    drafts: keptAs('drafts'),
    told: keptAs('told'),
    sound: () => chimes++,
    notify: (kind, number) => notices.push(`${kind} ${number}`),
  });
  connection.start();
  return desk;
}

export async function show(): Promise<void> {
  render(<App locale={locale} now={now} preferences={preferences} makeDesk={makeDesk} />, document.body);
  await drawn();
}

/** The page is loaded anew: only what the browser stores is left. */
export async function reload(): Promise<void> {
  render(null, document.body);
  const past = clock.now();
  clock = new FakeClock();
  clock.sleep(past - clock.now());
  await show();
}

export async function drawn(): Promise<void> {
  for (let i = 0; i < 3; i++) {
    await settled();
    await new Promise((resolve) => setTimeout(resolve, 4));
  }
}

export const all = (id: string) => [...document.querySelectorAll<HTMLElement>(`[data-testid="${id}"]`)];
export const words = () => document.body.textContent;
export const button = (name: string) => [...document.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === name);
export const box = () => document.querySelector('textarea') as HTMLTextAreaElement;
export const numbers = () => all('queue-item').map((row) => row.querySelector('.number')?.textContent);

export async function press(name: string): Promise<void> {
  const found = button(name);
  if (!found) throw new Error(`no button ${name} in: ${words()}`);
  found.click();
  await drawn();
}

export async function look(n: number): Promise<void> {
  all('queue-item')[n]?.querySelector('button')?.click();
  await drawn();
}

export async function mode(value: 'reply' | 'note'): Promise<void> {
  const radio = [...document.querySelectorAll<HTMLInputElement>('input[type=radio]')][value === 'note' ? 1 : 0];
  radio?.click();
  await drawn();
}

export async function write(text: string): Promise<void> {
  await type(text);
  box().dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
  await drawn();
}

/** A press on a key, by its place and by what the layout makes of it. */
export async function key(code: string, typed: string, target: EventTarget = document.body, more: KeyboardEventInit = {}): Promise<void> {
  target.dispatchEvent(new KeyboardEvent('keydown', { code, key: typed, bubbles: true, cancelable: true, ...more }));
  await drawn();
}

export async function type(text: string): Promise<void> {
  box().value = text;
  box().dispatchEvent(new Event('input', { bubbles: true }));
  await drawn();
}

/** Takes the first ticket of the queue, which then looks so. */
export async function hold(changes: Partial<AgentTicket> = {}): Promise<void> {
  server.answers['TakeNext'] = () => opened(1, { ticket: { ...mine(1), ...changes } });
  await show();
  await press('Взять следующую');
}
