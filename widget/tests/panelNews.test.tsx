// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { box, drawn, given, named, server, show, usePanel, words } from './panelHarness';
import { message, visitorTicket } from './samples';

usePanel();

const number = 'IS-2026-000101';
const news = (sequence: number) =>
  message(sequence, { author: null, text: null, notice: 'NewVersion', ticketNumber: number, said: { russian: 'Вышла версия 7.6.', english: 'Version 7.6 is out.' } });

test('a version that came out is told and asked about until the thread says what came of it', async () => {
  given.stored = [message(1), news(2)];
  await show();
  await vi.waitFor(() => expect(words()).toContain('Вышла версия 7.6.'));
  server.answers['Helped'] = () => visitorTicket({ version: 2 });
  named('Нет')?.click();
  await drawn();
  expect(server.called('Helped')).toEqual([[{ helped: false, ticket: number }]]);
  await vi.waitFor(() => expect(document.activeElement).toBe(box()));
  server.push('Messages', [message(3, { author: null, text: null, notice: 'Reopened', ticketNumber: number })]);
  await drawn();
  expect(named('Да, помогло')).toBeUndefined();
  expect(words()).toContain('Вышла версия 7.6.');
});
