// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { Route } from '../src/console/route';
import { screens } from '../src/console/settings/screens';
import type { AgentRole } from '../src/contract/hubs';
import { all, button, drawn, key, locale, look, press, server, show, useDesk, words } from './deskHarness';
import { answer, back, fetched, heading, links, openSettings, turnTo } from './settingsHarness';
import { queueItem } from './samples';

useDesk();
beforeEach(() => answer('/api/audit?limit=50', { items: [], next: null }));

const gear = () => document.querySelector<HTMLElement>('.top a[href="#settings"]');
const panes = () => document.querySelector<HTMLElement>('main.panes');

describe('the settings', () => {
  test('open in front of the desk, and Back leads to it', async () => {
    await show();
    gear()?.click();
    await fetched();
    expect(heading()).toBe('Моя учётная запись');
    expect(panes()?.hidden).toBe(true);
    await back();
    expect(panes()?.hidden).toBe(false);
    expect(document.querySelector('.settings')).toBeNull();
  });

  test.each<[AgentRole, string[]]>([
    ['Agent', ['Моя учётная запись', 'Вход и безопасность', 'Смены', 'Клиники', 'Заблокированные', 'Разработка', 'Производственный календарь', 'Готовые ответы']],
    ['Supervisor', ['Моя учётная запись', 'Вход и безопасность', 'Смены', 'Оценки клиентов', 'Клиники', 'Заблокированные', 'Разработка', 'Тарифы', 'Состояние связей', 'Почта', 'Производственный календарь', 'База знаний', 'Готовые ответы', 'Тексты']],
    ['Administrator', ['Моя учётная запись', 'Вход и безопасность', 'Сотрудники', 'Смены', 'Оценки клиентов', 'Тревоги', 'Клиники', 'Заблокированные', 'Разработка', 'Тарифы', 'Сайты и ключи подписи', 'Состояние связей', 'Почта', 'Телефония', 'Связи с разработкой', 'Удалённая поддержка', 'Ключи доступа', 'Производственный календарь', 'Сроки и часы работы', 'База знаний', 'Готовые ответы', 'Тексты', 'Сроки хранения', 'Журнал изменений']],
  ])('show to %s what they may open', async (role, listed) => {
    await openSettings('', role);
    expect(links()).toEqual(listed);
  });

  test('a screen that this agent may not open is as one that does not exist', async () => {
    await openSettings('audit', 'Agent');
    expect(heading()).toBe('Настройки');
    expect(words()).toContain('Такого раздела нет, или он доступен не всем.');
    await turnTo('settings/nowhere');
    expect(words()).toContain('Такого раздела нет, или он доступен не всем.');
  });

  test('the heading of what was opened has the focus and names the tab', async () => {
    await openSettings('audit');
    expect(document.activeElement?.textContent).toBe('Журнал изменений');
    expect(document.title).toBe('Журнал изменений — iStom Chat');
    await turnTo('settings/me');
    expect(document.activeElement?.textContent).toBe('Моя учётная запись');
    await turnTo('');
    expect(document.title).toBe('Рабочее место — iStom Chat');
  });

  test('closed, they give the focus back to the gear', async () => {
    await openSettings('audit');
    await turnTo('');
    expect(document.activeElement).toBe(gear());
  });

  test('a turn that is taken before the desk follows the address is followed too', () => {
    const route = new Route();
    location.hash = '#settings/audit';
    const stop = route.follow();
    expect(route.path.value).toBe('settings/audit');
    stop();
  });

  test('Esc goes up, and leaves a field first', async () => {
    await openSettings('audit');
    const field = document.querySelector<HTMLElement>('select[name=kind]');
    field?.focus();
    await key('Escape', 'Escape', field as HTMLElement);
    expect(location.hash).toBe('#settings/audit');
    expect(document.activeElement?.textContent).toBe('Журнал изменений');
    await key('Escape', 'Escape');
    await drawn();
    expect(location.hash).toBe('');
  });

  test('on a phone the list is a screen of its own', async () => {
    const wide = globalThis.matchMedia;
    globalThis.matchMedia = () => ({ matches: false, addEventListener: () => {}, removeEventListener: () => {} }) as unknown as MediaQueryList;
    await openSettings('');
    expect(document.querySelector('.settings-screen')).toBeNull();
    expect(document.activeElement?.textContent).toBe('Настройки');
    await turnTo('settings/audit');
    expect(links()).toEqual([]);
    await key('Escape', 'Escape');
    await fetched();
    expect(links()).toHaveLength(screens.length);
    globalThis.matchMedia = wide;
  });

  test('speak the desk’s language', async () => {
    await openSettings('audit');
    locale.value = 'en';
    await fetched();
    expect(heading()).toBe('Audit log');
    expect(links()).toEqual(['My account', 'Sign-in and security', 'People', 'Shifts', 'Customers’ ratings', 'Alarms', 'Clinics', 'Blocked visitors', 'Development', 'Tariffs', 'Sites and signing keys', 'Health of integrations', 'Mail', 'Telephone', 'Links to development', 'Remote support', 'API keys', 'Production calendar', 'Terms and hours', 'Manual', 'Canned replies', 'Texts', 'Retention times', 'Audit log']);
  });
});

describe('behind the settings the desk goes on', () => {
  test('the queue moves, and what comes is unread', async () => {
    await openSettings('me');
    server.push('Queue', { items: [queueItem(7)], total: 1, asOf: '2026-11-23T09:00:00.000Z' });
    await turnTo('');
    expect(all('queue-item')).toHaveLength(1);
  });

  test('letters are no commands', async () => {
    await openSettings('me');
    const before = server.called('TakeNext').length;
    await key('KeyA', 'a');
    expect(server.called('TakeNext')).toHaveLength(before);
  });

  test('the open ticket is not read by whoever does not see it', async () => {
    server.answers['Read'] = () => null;
    await show();
    await press('Взять следующую');
    const before = server.called('Read').length;
    await turnTo('settings/me');
    server.push('Messages', 't1', [{ id: 'm9', sequence: 3, sentAt: '2026-11-23T09:00:00.000Z', author: 'Visitor', authorName: null, text: 'Ещё', replyTo: null, notice: null, ticketNumber: null }]);
    await drawn();
    expect(server.called('Read')).toHaveLength(before);
    await turnTo('');
    expect(server.called('Read')).toHaveLength(before + 1);
  });

  test('a ticket that is opened from an alarm comes to the front', async () => {
    await show();
    await turnTo('settings/me');
    await look(0);
    expect(panes()?.hidden).toBe(false);
    expect(button('Взять в работу')).toBeTruthy();
  });
});
