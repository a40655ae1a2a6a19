// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import type { SendReply } from '../src/contract/hubs';
import { all, box, drawn, look, mine, mode, opened, press, server, show, useDesk, words, write } from './deskHarness';
import { message } from './samples';

useDesk();

const quoteThis = () => document.querySelector<HTMLElement>('.quote-this');
const quotes = () => all('message').map((entry) => entry.querySelector('.quote')?.textContent ?? null);
const sent = () => server.called('Send').map(([reply]) => reply as SendReply);

test('an agent who has the ticket quotes a message in a reply, never in a note; the customer’s quotes are read', async () => {
  const messages = [message(2, { author: 'Visitor', authorName: null, text: 'Не печатает' }), message(3, { author: 'Visitor', authorName: null, text: 'И вчера', replyTo: 'm2' })];
  server.answers['TakeNext'] = () => opened(1, { ticket: mine(1), messages, lastSequence: 3 });
  server.answers['Send'] = ({ id, note }: SendReply) => ({ id, sequence: note ? 2 : 4, sentAt: '2026-11-23T09:05:00.000Z' });
  server.answers['Open'] = () => opened(2, { messages: messages.slice(0, 1) });
  await show();
  await look(1);
  await vi.waitFor(() => expect(document.querySelector('[data-testid=message]')).not.toBeNull());
  expect(quoteThis(), 'whoever only reads cannot answer').toBeNull();
  await press('Взять следующую');
  await vi.waitFor(() => expect(quotes()).toEqual([null, 'В ответ на: Посетитель Не печатает']));
  expect(quoteThis()?.getAttribute('aria-label')).toBe('Ответить с цитатой: Не печатает');
  quoteThis()?.click();
  await drawn();
  expect(document.activeElement).toBe(box());
  expect(document.querySelector('.quoting')?.textContent).toBe('Вы отвечаете на: Посетитель Не печатает');
  await mode('note');
  expect(document.querySelector('.quoting')).toBeNull();
  await write('Звоню ему');
  await mode('reply');
  await write('Проверьте бумагу');
  await write('И картридж');
  expect(sent().map(({ text, replyTo }) => [text, replyTo ?? null])).toEqual([['Звоню ему', null], ['Проверьте бумагу', 'm2'], ['И картридж', null]]);
  expect(quotes().slice(-2)).toEqual(['В ответ на: Посетитель Не печатает', null]);
  expect(words()).toContain('И картридж');
});
