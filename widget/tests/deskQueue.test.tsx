// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { all, button, clock, drawn, given, key, mine, now, numbers, posts, press, server, show, status, useDesk, words } from './deskHarness';
import { agentTicket, closed, deskView, promise, queueItem } from './samples';

useDesk();

test('what staff have worded otherwise is said so', async () => {
  given.view = deskView([], { words: [{ key: 'queue.empty', text: 'Пусто: звоните тем, кто просил' }] });
  await show();
  expect(words()).toContain('Пусто: звоните тем, кто просил');
  expect(words()).toContain('Вы пока ничего не взяли.');
});

describe('signing in', () => {
  test('whoever is not known is asked; a wrong password is said in words', async () => {
    status['/api/account/me'] = [401, null];
    status['/api/account/sign-in'] = [400, { code: 'bad-credentials' }];
    await show();
    expect(words()).toContain('Вход для сотрудников');
    const [email, password] = document.querySelectorAll('input');
    if (email) email.value = ' a@b.ru ';
    if (password) password.value = 'x';
    document.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    await drawn();
    expect(document.querySelector('[role=alert]')?.textContent).toBe('Неверная почта или пароль.');
    status['/api/account/sign-in'] = [204, null];
    document.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    await drawn();
    expect(posts.at(-1)).toEqual(['/api/account/sign-in', { email: 'a@b.ru', password: 'x' }]);
    expect(words()).toContain('Взять следующую');
  });

  test('signing out closes the connection', async () => {
    await show();
    await press('Выйти');
    expect(words()).toContain('Вход для сотрудников');
    expect(server.socket.isClosed).toBe(true);
  });

  test('the language is switched in place', async () => {
    await show();
    await press('EN');
    expect(button('Take next')).toBeDefined();
  });
});

describe('the queue', () => {
  test('stands in order, by lanes, with the reason in words', async () => {
    await show();
    expect(numbers()).toEqual(['IS-2026-000101', 'IS-2026-000102', 'IS-2026-000103']);
    expect(all('queue-item')[0]?.textContent).toContain('1. критично, со слов клиента');
    expect([...document.querySelectorAll('h3.lane')].map(({ textContent }) => textContent)).toEqual(['Критичные', 'По порядку']);
  });

  test('counts down while working time runs', async () => {
    await show();
    now.value = clock.now() + 61_000;
    await drawn();
    expect(all('queue-item')[1]?.textContent).toContain('осталось 1:58:59');
  });

  test('stands still at night and says so', async () => {
    const item = queueItem(1, { ticket: agentTicket(1, { promise: promise({ countsNow: false }) }) });
    given.view = deskView([item], { hours: closed });
    await show();
    now.value = clock.now() + 3_600_000;
    await drawn();
    expect(all('queue-item')[0]?.textContent).toContain('2:00:00, до открытия стоит');
  });

  test('takes what is pushed', async () => {
    await show();
    server.push('Queue', { items: [queueItem(3)], total: 24, asOf: given.view.queue.asOf });
    await drawn();
    expect(numbers()).toEqual(['IS-2026-000103']);
    expect(words()).toContain('и ещё 23 заявки');
    server.push('Queue', { items: [queueItem(3)], total: 1000, asOf: given.view.queue.asOf });
    await drawn();
    expect(document.querySelector('.queue-pane section:last-of-type h2')?.textContent).toMatch(/^Очередь 1.?000\+$/);
    expect(words()).toContain('Показаны первые 1.');
    expect(words()).not.toContain('и ещё');
  });

  test('what is pushed while the first screen is being read is not taken back by it', async () => {
    server.answers['Desk'] = () => {
      const read = given.view;
      server.push('Queue', { items: [queueItem(9)], total: 1, asOf: read.queue.asOf });
      server.push('Ticket', mine(8));
      server.push('Presence', [{ id: 'a1', name: 'Оператор 1', availability: 'Away' }]);
      return read;
    };
    await show();
    expect(numbers()).toEqual(['IS-2026-000109']);
    expect(words()).toContain('IS-2026-000108');
    expect(document.querySelector('select')?.value).toBe('Away');
  });

  test('a key that is pressed as soon as the desk is there is heard', async () => {
    const pressed = new Promise<void>((done) => {
      new MutationObserver((_, observer) => {
        if (!document.querySelector('.desk')) return;
        observer.disconnect();
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '?', code: 'Slash', shiftKey: true, bubbles: true, cancelable: true }));
        done();
      }).observe(document.body, { childList: true, subtree: true });
    });
    await Promise.all([show(), pressed]);
    expect(document.querySelector('dialog')?.textContent).toContain('Клавиши');
  });

  const over = async (type: string, pointerType = 'mouse') => {
    document.querySelector('.lists')?.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerType }));
    await drawn();
  };
  const changed = { items: [queueItem(2), queueItem(3), queueItem(4)], total: 3, asOf: '2026-11-23T09:00:00.000Z' };

  test('moves nothing under a pointer, says that something waits, and settles when it leaves', async () => {
    given.view = deskView(given.view.queue.items, { mine: [mine(7)] });
    await show();
    await over('pointermove');
    server.push('Queue', changed);
    server.push('Ticket', mine(8));
    await drawn();
    expect(numbers()).toEqual(['IS-2026-000101', 'IS-2026-000102', 'IS-2026-000103', 'IS-2026-000104']);
    expect(all('queue-item')[0]?.querySelector('button')?.disabled).toBe(true);
    expect(all('queue-item')[0]?.textContent).toContain('уже взята');
    expect(words()).not.toContain('IS-2026-000108');
    expect(document.querySelector('.queue-news')?.textContent).toContain('Очередь изменилась.');
    await over('pointerleave');
    expect(numbers()).toEqual(['IS-2026-000102', 'IS-2026-000103', 'IS-2026-000104']);
    expect(words()).toContain('IS-2026-000108');
    expect(words()).not.toContain('Очередь изменилась.');
  });

  test('what waits comes with a press too, and with the first key', async () => {
    await show();
    await over('pointermove');
    server.push('Queue', changed);
    await drawn();
    await press('Показать');
    expect(numbers()).toHaveLength(3);
    await over('pointermove');
    server.push('Queue', { ...changed, items: [queueItem(4)], total: 1 });
    await drawn();
    expect(numbers()).toHaveLength(3);
    await key('KeyZ', 'z');
    expect(numbers()).toEqual(['IS-2026-000104']);
  });

  test('a finger holds nothing', async () => {
    await show();
    await over('pointermove', 'touch');
    server.push('Queue', changed);
    await drawn();
    expect(numbers()).toHaveLength(3);
  });

  test('is asked again after a lost connection', async () => {
    await show();
    given.view = deskView([queueItem(3)]);
    server.socket.cut();
    await drawn();
    expect(words()).toContain('Нет связи');
    await clock.pass(1_000);
    await drawn();
    expect(numbers()).toEqual(['IS-2026-000103']);
    expect(words()).not.toContain('Нет связи');
  });
});
