// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { button, locale, useDesk, words } from './deskHarness';
import { answer, fill, openSettings, pressAndWait, turnTo } from './settingsHarness';

const agent = '01970000-0000-7000-8000-000000000001';
const line = (ticket: string, changes: object = {}) => ({ ticket, number: `IS-${ticket}`, kind: 'Question', at: '2026-11-23T08:42:00Z', stars: 5, comment: 'Быстро', helped: true, agent, agentName: 'Сотрудник 1', ...changes });

useDesk();
beforeEach(() => answer('/api/ratings?limit=50', { items: [line('t3'), line('t2', { stars: 2, comment: null, helped: false, agent: null, agentName: null }), line('t1', { comment: '[erased]', helped: null })], next: null }));
const rows = () => [...document.querySelectorAll('.settings-screen table:last-of-type tbody tr')].map((row) => (row as HTMLElement).innerText.replace(/\s+/g, ' '));

describe('the ratings', () => {
  test('say of each ticket the mark, what was said, whether it helped, who had it and when', async () => {
    await openSettings('ratings', 'Supervisor');
    for (const part of ['IS-t3', 'Быстро', 'да', 'Сотрудник 1', 'Вопрос по программе', '23 ноября 2026 г., 11:42']) expect(rows()[0]).toContain(part);
    expect(rows()[1]).toContain('без сотрудника');
    expect(rows()[2]).toContain('стёрто');
    expect([...document.querySelectorAll('.stars')].map((stars) => stars.getAttribute('aria-label'))).toEqual(['5 из 5', '2 из 5', '5 из 5']);
    expect(document.querySelector('.rating-ticket')?.getAttribute('href')).toBe('#ticket/t3');
  });

  test('are filtered by the address, in Moscow’s days', async () => {
    answer('/api/ratings?stars=2&since=2026-11-19T21%3A00%3A00.000Z&until=2026-11-20T21%3A00%3A00.000Z&limit=50', { items: [], next: null });
    await openSettings('ratings', 'Supervisor');
    answer('/api/ratings?stars=2&limit=50', { items: [line('t2', { stars: 2 })], next: null });
    await fill('Оценка', '2');
    expect(rows()).toHaveLength(1);
    await turnTo('#settings/ratings?stars=2&since=2026-11-20&until=2026-11-20');
    expect(words()).toContain('По этому отбору оценок нет.');
    expect(button('Посчитать за эти дни')).toBeDefined();
  });

  test('are counted by agent when that is asked, and with them what the manual did', async () => {
    answer('/api/ratings/summary', [{ agent, name: 'Сотрудник 1', count: 3, average: 4.67, helped: 2, didNotHelp: 0 }, { agent: null, name: null, count: 1, average: 2, helped: 0, didNotHelp: 1 }]);
    answer('/api/articles/use', [{ article: 'a1', title: 'Чек не печатается', helped: 7, shown: 3, read: 2 }]);
    await openSettings('ratings', 'Supervisor');
    expect(words()).not.toContain('Чек не печатается');
    await pressAndWait('Посчитать за всё время');
    expect(words().replace(/\s+/g, ' ')).toMatch(/Сотрудник 1 ?3 ?4,67 ?2 ?0/);
    expect(words().replace(/\s+/g, ' ')).toMatch(/Все ?4 ?4 ?2 ?1/);
    expect(words().replace(/\s+/g, ' ')).toMatch(/Чек не печатается ?7 ?3 ?2/);
  });

  test('speak English', async () => {
    locale.value = 'en';
    await openSettings('ratings', 'Supervisor');
    expect(words()).toContain('What they said');
  });
});
