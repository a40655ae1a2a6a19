// @vitest-environment happy-dom
import { signal } from '../src/core/signals';
import { describe, expect, test, vi } from 'vitest';
import { unreadCounter } from '../src/chat/unread';
import type { VisitorTicket } from '../src/contract/hubs';
import { settled } from './fakes';
import { all, box, clock, closes, connection, conversation, drawn, given, named, server, show, texts, told, usePanel, words, write } from './panelHarness';
import { joinReply, message, promise, visitorTicket } from './samples';

usePanel();

describe('reading', () => {
  test('a lost push is noticed by the next one and asked for', async () => {
    given.stored = [message(1), message(2)];
    await show();
    given.stored.push(message(3), message(4));
    server.push('Messages', [message(4)]);
    await drawn();
    expect(texts()).toEqual(['Сообщение 1', 'Сообщение 2', 'Сообщение 3', 'Сообщение 4']);
    expect(server.called('Join')).toEqual([[{ after: 0 }], [{ after: 2 }]]);
  });

  test('what was missed while away is there after coming back', async () => {
    given.stored = [message(1)];
    await show();
    server.socket.cut();
    given.stored.push(message(2));
    await clock.pass(1_000);
    await drawn();
    expect(texts()).toEqual(['Сообщение 1', 'Сообщение 2']);
  });

  test('a page that wakes up asks, and a socket that is dead in secret is replaced', async () => {
    given.stored = [message(1)];
    await show();
    given.stored.push(message(2));
    server.isSilent = true;
    connection.wake();
    await settled();
    server.isSilent = false;
    await clock.pass(6_000);
    await drawn();
    expect(server.sockets).toHaveLength(2);
    expect(texts()).toEqual(['Сообщение 1', 'Сообщение 2']);
  });

  test('more than one answer holds is asked for page by page', async () => {
    given.stored = [message(1)];
    await show();
    server.socket.cut();
    given.stored = Array.from({ length: 1200 }, (_, n) => message(n + 1));
    server.answers['Join'] = ({ after }: { after: number }) => joinReply(given.stored.slice(after, after + 500), { lastSequence: 1200 });
    await clock.pass(1_000);
    await drawn();
    expect(all('message')).toHaveLength(1200);
  });

  test('a tab that the server turns away says why, keeps what is written, and goes on by itself', async () => {
    const turnAway = () => server.socket.say({ type: 7, error: 'HubException: {"code":"too-many-connections","detail":{"retryAfter":"30"}}' });
    server.answers['Join'] = () => {
      throw turnAway();
    };
    await show();
    expect(words()).toContain('слишком многих вкладках');
    await write('Напишу отсюда');
    expect(words()).toContain('Ждёт связи');
    server.answers['Join'] = () => joinReply();
    await clock.pass(35_000);
    await drawn();
    expect(words()).not.toContain('вкладках');
    expect(server.called('Send')).toHaveLength(1);
  });

  test('the start of the thread is no message', async () => {
    given.stored = [message(1, { text: null, author: null, authorName: null })];
    await show();
    expect(words()).toContain('Напишите, что случилось');
    expect(document.querySelector('.day')).toBeNull();
  });

  test('older messages come on demand', async () => {
    given.stored = Array.from({ length: 70 }, (_, n) => message(n + 1));
    await show();
    expect(all('message')).toHaveLength(50);
    named('Показать более ранние')?.click();
    await drawn();
    expect(all('message')).toHaveLength(70);
    expect(named('Показать более ранние')).toBeUndefined();
  });

  test('somebody’s words are text, whatever they look like', async () => {
    const text = '<img src=x onerror=alert(1)><script>alert(1)</script> javascript:alert(1)';
    given.stored = [message(1, { text, authorName: '<b>x</b>' })];
    await show();
    expect(texts()).toEqual([text]);
    expect(document.querySelectorAll('img, script, b, a')).toHaveLength(0);
  });

  test('links open elsewhere and tell nothing', async () => {
    given.stored = [message(1, { text: 'см. https://support.i-stom.ru/a.' })];
    await show();
    await vi.dynamicImportSettled();
    await drawn();
    const link = document.querySelector('a');
    expect([link?.getAttribute('href'), link?.target, link?.rel]).toEqual(['https://support.i-stom.ru/a', '_blank', 'noopener noreferrer nofollow']);
  });

  test('notices are told in words, days are marked, new messages are announced', async () => {
    given.stored = [message(1, { text: null, author: null, notice: 'Resolved', ticketNumber: 'IS-2026-000123' })];
    await show();
    expect(words()).toContain('Заявка IS-2026-000123 решена');
    expect(document.querySelector('.day')?.textContent).toBe('Сегодня');
    const log = document.querySelector('[role=log]');
    expect([log?.getAttribute('aria-live'), log?.getAttribute('aria-label')]).toEqual(['polite', 'Переписка с поддержкой']);
  });

  test('what is today is asked of the server, not of a reception computer whose clock is wrong', async () => {
    given.stored = [message(1)];
    clock.sleep(-3 * 86_400_000);
    await show();
    expect(document.querySelector('.day')?.textContent).toBe('Сегодня');
  });
});

describe('the ticket', () => {
  test('shows its number, the promise with its reasons, and the place', async () => {
    given.ticket = visitorTicket();
    await show();
    expect(all('ticket-number')[0]?.textContent).toBe('IS-2026-000123');
    expect(all('promise')[0]?.textContent).toBe('Ответим до вторника 24 ноября, 16:00 (МСК)');
    expect(all('place')[0]?.textContent).toBe('Перед вами 3 обращения · в порядке поступления');
    expect(document.querySelector('summary')?.textContent).toBe('почему?');
    expect(words()).toContain('4 ноября — День народного единства.');
  });

  test('what is pushed while the thread is being read is not taken back by it', async () => {
    const join = server.answers['Join'];
    server.answers['Join'] = (...args) => {
      server.push('Ticket', visitorTicket({ version: 2, status: 'Resolved', promise: null, place: null }));
      return join?.(...args);
    };
    given.ticket = visitorTicket();
    await show();
    expect(conversation.ticket.value?.status).toBe('Resolved');
  });

  test('follows what the server pushes', async () => {
    given.ticket = visitorTicket();
    await show();
    server.push('Ticket', visitorTicket({ place: { ahead: 50, more: true, lane: 'InTurn', reason: 'InTurn', critical: 0 } }));
    await drawn();
    expect(all('place')[0]?.textContent).toContain('Перед вами больше 50 обращений');
    server.push('Ticket', visitorTicket({ status: 'InProgress', place: null, promise: null, agentName: 'Оператор 1' }));
    await drawn();
    expect(all('place')).toHaveLength(0);
    expect(all('promise')).toHaveLength(0);
    expect(words()).toContain('Отвечает Оператор 1');
  });

  test('is not turned back by a view that was overtaken, nor by an older ticket', async () => {
    given.ticket = visitorTicket({ version: 5, status: 'AwaitingCustomer' });
    await show();
    server.push('Ticket', visitorTicket({ version: 4 }));
    server.push('Ticket', visitorTicket({ number: 'IS-2026-000099', version: 9, status: 'Closed' }));
    await drawn();
    expect(all('ticket-number')[0]?.textContent).toBe('IS-2026-000123');
    expect(words()).toContain('Ждём вас');
  });

  test('says when the calendar is provisional', async () => {
    given.ticket = visitorTicket({ promise: promise({ provisional: true }) });
    await show();
    expect(words()).toContain('Срок предварительный');
  });

  test('says that it was let ahead; not that it moved on', async () => {
    const place = (version: number, ahead: number, lane: 'InTurn' | 'Critical' = 'InTurn') =>
      visitorTicket({ version, place: { ahead, more: false, critical: 0, lane, reason: lane === 'Critical' ? 'RestoreWorkClaimed' : 'InTurn' } });
    const news = async (ticket: ReturnType<typeof place>) => {
      server.push('Ticket', ticket);
      await drawn();
      return document.querySelector('.ticket [role=status]')?.textContent.replaceAll('\u00a0', ' ');
    };
    given.ticket = place(1, 3);
    await show();
    expect(await news(place(2, 2))).not.toMatch(/впер[её]д/i);
    expect(await news(place(4, 0, 'Critical'))).toContain('Ваше обращение пропустили вперёд: восстановление работы.');
    expect(await news(visitorTicket({ version: 5, status: 'InProgress', place: null }))).not.toMatch(/впер[её]д/i);
  });

  test('says that restore-work was let ahead of it, once, until that is served; not that others came before it for another reason', async () => {
    const place = (version: number, ahead: number, critical: number) => visitorTicket({ version, place: { ahead, more: false, critical, lane: 'InTurn', reason: 'InTurn' } });
    const news = async (ticket: VisitorTicket) => {
      server.push('Ticket', ticket);
      await drawn();
      return [...document.querySelectorAll('.ticket [role=status] .fine')].map(({ textContent }) => textContent);
    };
    const overtaken = 'Кого-то пропустили вперёд: восстановление работы.';
    given.ticket = place(1, 1, 1);
    await show();
    expect(await news(place(2, 2, 1))).not.toContain(overtaken);
    expect(await news(place(3, 2, 2))).not.toContain(overtaken);
    expect(await news(place(4, 3, 3))).toContain(overtaken);
    const line = [...document.querySelectorAll('.ticket .fine')].find(({ textContent }) => textContent === overtaken);
    expect(await news(place(5, 2, 3))).toContain(overtaken);
    expect(line?.isConnected, 'a live region reads it out once').toBe(true);
    expect(await news(place(6, 0, 0))).not.toContain(overtaken);
  });
});

describe('the host page', () => {
  test('is told figures and states, never words of a message', async () => {
    await show();
    given.ticket = visitorTicket();
    await write('секрет клиники');
    given.stored.push(message(2, { text: 'секрет ответа' }));
    server.push('Messages', [message(2, { text: 'секрет ответа' })]);
    server.push('Ticket', visitorTicket({ status: 'InProgress', place: null }));
    await drawn();
    const names = told.map(([name]) => name);
    expect(names.slice().sort()).toEqual(
      ['connectionChanged', 'messageSent', 'ticketCreated', 'statusChanged', 'promiseChanged', 'queueChanged', 'messageReceived', 'statusChanged', 'queueChanged'].sort(),
    );
    expect(JSON.stringify(told)).not.toContain('секрет');
  });

  test('hears that the panel wants to close: by the button and by Escape', async () => {
    await show();
    named('Закрыть чат')?.click();
    box().dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(closes).toBe(2);
  });

  test('unread counts answers only while nobody looks, and remembers across pages', async () => {
    const memory = { value: null as string | null, get: () => memory.value, set: (value: string) => (memory.value = value) };
    const isSeen = signal(false);
    given.stored = [message(1), message(2, { author: 'Visitor' }), message(3)];
    await show();
    expect(unreadCounter(conversation, isSeen, memory).value).toBe(2);
    isSeen.value = true;
    expect(unreadCounter(conversation, signal(false), memory).value).toBe(0);
  });
});
