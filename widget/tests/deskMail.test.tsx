// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { drawn, look, opened, press, server, show, useDesk, words } from './deskHarness';
import { answer } from './settingsHarness';
import { agentTicket, message, ticketEvent } from './samples';

useDesk();

const byMail = agentTicket(1, { channel: 'Email' });

test('below an answer by mail stands whether it has left, and what came back', async () => {
  server.answers['Open'] = () => opened(1, { ticket: byMail, messages: [message(1)], lastSequence: 1 });
  await show();
  await look(0);
  await vi.waitFor(() => expect(words()).toContain('Ответ письмом ещё не ушёл'));
  server.push('TicketEvents', 't1', [ticketEvent(2, 'ReplyMailed', { messages: ['m1'] })]);
  await drawn();
  expect(words()).toContain('Ответ письмом ушёл');
  server.push('TicketEvents', 't1', [ticketEvent(3, 'MailUndelivered', { messages: ['m1'], detail: 'ForGood', about: '5.1.1', text: 'User unknown' })]);
  await drawn();
  expect(words()).toContain('Ответ письмом не доставлен (5.1.1)User unknown');
});

test('a mail that was held back is shown as a message when an agent says that a person wrote it', async () => {
  server.answers['Open'] = () => opened(1, { ticket: byMail, messages: [message(1)], lastSequence: 1, events: [ticketEvent(1, 'TicketTaken'), ticketEvent(2, 'MailHeldBack', { detail: 'OutOfOffice', messages: ['h1'] })] });
  answer('/api/mail/held-back/h1/open', { ticket: 't1' });
  await show();
  await look(0);
  await vi.waitFor(() => expect(words()).toContain('Это написал человек'));
  await press('Это написал человек: показать сообщением');
  await vi.waitFor(() => expect(server.called('Open')).toHaveLength(2));
  server.push('TicketEvents', 't1', [ticketEvent(3, 'HeldMailOpened', { messages: ['h1'], by: 'Оператор 1' })]);
  await drawn();
  expect(words()).not.toContain('Это написал человек');
});
