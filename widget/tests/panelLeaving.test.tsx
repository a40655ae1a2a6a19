// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import type { Host } from '../src/chat/host';
import { asked, askOnLeaving } from '../src/chat/leaving';
import type { VisitorTicket } from '../src/contract/hubs';
import { signal } from '../src/core/signals';
import { conversation, drawn, given, named, server, show, usePanel, words } from './panelHarness';
import { visitorTicket } from './samples';

usePanel();

let contact: { email: string | null; phone: string | null };
let puts: unknown[];
let closes: number;
let host: Host;
const isSeen = signal(true);
const field = () => document.querySelector<HTMLInputElement>('.leaving input');
const close = async () => {
  host.say({ type: 'close' });
  await drawn();
};
/** Each test’s visitor has a ticket of their own: who was asked is remembered. */
let n = 200;
const ticketOf = (changes: Partial<VisitorTicket> = {}) => visitorTicket({ number: `IS-2026-000${n}`, ...changes });
const begin = async (changes: Partial<VisitorTicket> = {}) => {
  n++;
  given.ticket = ticketOf(changes);
  await show();
  askOnLeaving(host, conversation, isSeen);
};

beforeEach(() => {
  localStorage.clear();
  contact = { email: null, phone: null };
  puts = [];
  closes = 0;
  asked.value = null;
  isSeen.value = true;
  host = { init: { locale: 'ru', page: '', title: '' }, isEmbedded: true, say: ({ type }) => void (closes += Number(type === 'close')), listen: () => {} };
  vi.stubGlobal('fetch', async (_: string, { method, body }: RequestInit) => {
    if (method === 'PUT') puts.push((contact = JSON.parse(String(body)) as typeof contact));
    return new Response(JSON.stringify(contact));
  });
});

test('whoever closes the panel before the answer is asked for an address, once, and goes on closing it', async () => {
  await begin();
  await close();
  expect(closes).toBe(0);
  expect(words()).toContain('Уйдёте раньше ответа?');
  expect(document.activeElement?.className).toBe('leaving');
  named('Не нужно')?.click();
  await drawn();
  expect([closes, field()]).toEqual([1, null]);
  await close();
  expect(closes).toBe(2);
});

test('the address is kept; the next ticket’s visitor is known, and not asked', async () => {
  await begin();
  await close();
  const input = field() as HTMLInputElement;
  input.value = 'a@example.org';
  input.dispatchEvent(new Event('input', { bubbles: true }));
  await drawn();
  named('Оставить')?.click();
  await drawn();
  expect(puts).toEqual([{ email: 'a@example.org', phone: null }]);
  expect(words()).toContain('Сохранили. Спасибо!');
  await close();
  expect(closes).toBe(1);
  server.push('Ticket', ticketOf({ number: 'IS-2026-000999' }));
  await close();
  expect(closes).toBe(2);
});

test('closed from outside, it is asked on coming back; the answer ends the question', async () => {
  await begin();
  isSeen.value = false;
  await drawn();
  isSeen.value = true;
  await drawn();
  expect(field()).not.toBeNull();
  server.push('Ticket', ticketOf({ version: 2, status: 'AwaitingCustomer', promise: null, place: null }));
  await drawn();
  expect(field()).toBeNull();
  await close();
  expect(closes).toBe(1);
});

test('nobody waits, or it cannot be known: nothing is asked, nothing holds up', async () => {
  await begin({ promise: null });
  await close();
  expect(closes).toBe(1);
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
  server.push('Ticket', ticketOf({ version: 2 }));
  await close();
  expect([closes, field()]).toEqual([2, null]);
});
