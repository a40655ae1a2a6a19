// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { all, box, chimes, clock, drawn, given, hold, kept, look, mine, mode, notices, opened, press, reload, server, show, storage, type, useDesk, words, write } from './deskHarness';
import { hubException } from './fakes';
import { agentTicket, deskView, message, promise } from './samples';

useDesk();

describe('drafts', () => {
  test('survive a reload, each with its ticket and kind', async () => {
    await hold();
    await type('Начал отвечать');
    await mode('note');
    await type('для своих');
    given.view = deskView([], { mine: [mine(1)] });
    server.answers['Open'] = () => opened(1, { ticket: mine(1) });
    await reload();
    expect(document.querySelector('.chip.draft')?.textContent).toBe('черновик');
    document.querySelector<HTMLElement>('.queue-pane .row')?.click();
    await drawn();
    expect(box().value).toBe('Начал отвечать');
    await mode('note');
    expect(box().value).toBe('для своих');
  });

  test('are nobody else’s, and gone with signing out', async () => {
    await hold();
    await type('личное');
    expect(storage['drafts']).toContain('личное');
    given.view = deskView([], { me: { id: 'a2', name: 'Оператор 2', roles: ['Agent'], paidSupport: false } });
    await reload();
    expect(storage['drafts']).not.toContain('личное');
    await press('Выйти');
    expect(JSON.parse(storage['drafts'] ?? '')).toEqual({ owner: null, texts: {}, files: {} });
  });

  test('a letter that another agent wrote is not sent in one’s own name', async () => {
    kept.push({ id: 'old', body: { ticket: 't1', text: 'от другого', note: false }, writtenAt: 0, state: 'waiting', code: null, sequence: null });
    storage['drafts'] = JSON.stringify({ owner: 'a2', texts: {} });
    await show();
    expect(server.called('Send')).toEqual([]);
    expect(kept).toEqual([]);
  });

  test('a letter of one’s own leaves after a reload', async () => {
    kept.push({ id: 'old', body: { ticket: 't1', text: 'моё', note: false }, writtenAt: 0, state: 'waiting', code: null, sequence: null });
    storage['drafts'] = JSON.stringify({ owner: 'a1', texts: {} });
    await show();
    expect(server.called('Send')).toEqual([[{ id: 'old', ticket: 't1', text: 'моё', note: false, replyTo: null, attachments: null }]]);
  });

  test('what was sent leaves none', async () => {
    await hold();
    await write('Ответ');
    expect(storage['drafts']).not.toContain('Ответ');
  });
});

describe('the customer’s side', () => {
  test('reading is told of the ticket that one holds, and of no other', async () => {
    await show();
    await look(1);
    expect(server.called('Read')).toHaveLength(0);
    await press('Взять в работу');
    expect(server.called('Read')).toEqual([[{ ticket: 't2', sequence: 2 }]]);
    server.push('Messages', 't2', [message(3, { author: 'Visitor' })]);
    await drawn();
    expect(server.called('Read').at(-1)).toEqual([{ ticket: 't2', sequence: 3 }]);
  });

  test('an answer says whether it was read', async () => {
    await hold();
    await write('Ответ');
    expect(all('message').at(-1)?.textContent).toContain('Доставлено');
    server.push('Read', 't1', { side: 'Visitor', sequence: 3 });
    await drawn();
    expect(all('message').at(-1)?.textContent).toContain('Прочитано');
  });

  test('typing is seen both ways, and dies by itself', async () => {
    await hold();
    server.push('Typing', 't1', '', true);
    await drawn();
    expect(words()).toContain('Клиент пишет…');
    await clock.pass(6_000);
    await drawn();
    expect(words()).not.toContain('Клиент пишет…');
    await type('Здрав');
    await type('Здравств');
    expect(server.called('Typing')).toEqual([[{ ticket: 't1', active: true }]]);
    await write('Здравствуйте');
    expect(server.called('Typing').at(-1)).toEqual([{ ticket: 't1', active: false }]);
  });

  test('a note is typed in secret', async () => {
    await hold();
    await mode('note');
    await type('между нами');
    expect(server.called('Typing')).toHaveLength(0);
  });

  test('older messages come page by page', async () => {
    server.answers['Open'] = () => opened(2, { messages: [message(60), message(61)], lastSequence: 61, events: [] });
    server.answers['History'] = () => [message(58), message(59)];
    await show();
    await look(1);
    await press('Показать более ранние');
    expect(server.called('History')).toEqual([[{ ticket: 't2', before: 60, limit: 100 }]]);
    expect(all('message').map(({ textContent }) => /Сообщение \d+/.exec(textContent)?.[0])).toEqual(['Сообщение 58', 'Сообщение 59', 'Сообщение 60', 'Сообщение 61']);
  });
});

describe('a deadline that comes near', () => {
  const near = (changes: object = {}) => ({ ...mine(1), promise: promise({ remaining: 30 * 60 + 10, ...changes }) });

  test('is told once when it comes near and once when it is missed, also after a reload', async () => {
    given.view = deskView([], { mine: [near()] });
    await show();
    expect(chimes).toBe(0);
    await clock.pass(15_000);
    await drawn();
    expect(document.querySelector('.alarm')?.textContent).toContain('Подходит срок: IS-2026-000101');
    expect(document.title).toContain('Подходит срок');
    expect(chimes).toBe(1);
    await press('Понятно');
    expect(document.querySelector('.alarm')).toBeNull();
    given.view = deskView([], { mine: [near({ remaining: 20 * 60 })] });
    await reload();
    expect([chimes, document.querySelector('.alarm')]).toEqual([1, null]);
    server.push('Ticket', { ...near({ remaining: 5 }), version: 2 });
    await clock.pass(10_000);
    await drawn();
    expect(document.querySelector('.alarm')?.textContent).toContain('Срок пропущен: IS-2026-000101');
    expect(chimes).toBe(2);
  });

  test('goes away by itself with the answer', async () => {
    given.view = deskView([], { mine: [near({ remaining: 60 })] });
    await show();
    expect(document.querySelector('.alarm')).not.toBeNull();
    server.push('Ticket', { ...mine(1), version: 2, promise: null });
    await clock.pass(5_000);
    await drawn();
    expect(document.querySelector('.alarm')).toBeNull();
    expect(document.title).not.toContain('Подходит срок');
  });

  test('is silent while the time stands', async () => {
    given.view = deskView([], { mine: [near({ remaining: 60, countsNow: false })] });
    await show();
    await clock.pass(60_000);
    expect(chimes).toBe(0);
  });
});

describe('an alarm of the server', () => {
  const call = (times: number) => ({ id: 'c1', kind: 'PaidAtNight', ticket: 't1', number: 'IS-2026-000101', level: 'Paid', due: '2026-11-23T18:15:00.000Z', times }) as const;

  test('is heard whenever it is told again, and is gone when it is acknowledged', async () => {
    await show();
    server.push('Alarms', [call(1)]);
    await drawn();
    expect(document.querySelector('.alarm')?.textContent).toContain('Ждёт платная заявка: IS-2026-000101');
    expect(document.title).toContain('Тревога');
    server.push('Alarms', [call(1)]);
    server.push('Alarms', [call(2)]);
    await drawn();
    expect([chimes, notices]).toEqual([2, ['PaidAtNight IS-2026-000101', 'PaidAtNight IS-2026-000101']]);
    server.answers['Acknowledge'] = () => [];
    await press('Принято');
    expect(server.called('Acknowledge')).toEqual([[{ alarm: 'c1' }]]);
    expect(document.querySelector('.alarm')).toBeNull();
  });
});

describe('after a lost connection', () => {
  const back = async () => {
    server.socket.cut();
    await clock.pass(1_000);
    await drawn();
  };

  test('no reply box stays on a ticket that is resolved', async () => {
    await hold();
    server.answers['Open'] = () => opened(1, { ticket: agentTicket(1, { version: 5, status: 'Resolved', promise: null }) });
    given.view = deskView([]);
    await back();
    expect(document.querySelector('textarea')).toBeNull();
    expect(words()).toContain('Заявка решена');
  });

  test('“no connection” is said once, and no longer once there is one', async () => {
    await show();
    server.isDown = true;
    server.socket.cut();
    await look(1);
    expect([...document.querySelectorAll('.bar')].map(({ textContent }) => textContent)).toEqual(['Нет связи. Ответы подождут здесь и уйдут сами.']);
    server.isDown = false;
    await clock.pass(60_000);
    await drawn();
    expect(words()).not.toContain('Нет связи');
  });

  test('a colleague’s answer is there before anything waiting leaves', async () => {
    await hold();
    server.isDown = true;
    server.socket.cut();
    await write('Мой ответ');
    server.isDown = false;
    given.view = deskView([]);
    server.answers['Open'] = () =>
      opened(1, { ticket: agentTicket(1, { version: 5, assignedTo: { id: 'a2', name: 'Оператор 2' } }), messages: [message(3, { authorName: 'Оператор 2', text: 'Уже ответили' })], lastSequence: 3 });
    server.answers['Send'] = () => {
      throw hubException('Send', 'not-your-ticket');
    };
    const before = server.calls.length;
    await clock.pass(60_000);
    await drawn();
    const since = server.calls.slice(before).map(({ method }) => method);
    expect(since.slice(0, 3)).toEqual(['Desk', 'Open', 'Send']);
    expect(words()).toContain('Уже ответили');
    expect(all('message').at(-1)?.textContent).toContain('Эту заявку ведёт другой сотрудник.');
  });

  test('a screen that could not be asked is asked again', async () => {
    await hold();
    let failures = 2;
    server.answers['Open'] = () => {
      if (failures-- > 0) throw hubException('Open', '');
      return opened(1, { ticket: agentTicket(1, { version: 5, status: 'Resolved', promise: null }) });
    };
    await back();
    await clock.pass(10_000);
    await drawn();
    expect(words()).toContain('Заявка решена');
  });
});
