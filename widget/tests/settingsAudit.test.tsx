// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { auditSpeech, unsaid } from '../src/console/settings/audit/entry';
import { all, button, locale, status, useDesk, words } from './deskHarness';
import { alerts, answer, back, fill, labelled, openSettings, pressAndWait } from './settingsHarness';

const admin = { kind: 'Agent', id: '019-a', name: 'Администратор' };
const line = (id: string, changes: object = {}) => ({
  id,
  at: '2026-11-23T08:42:00Z',
  kind: 'Clinic',
  subject: 's1',
  name: 'Улыбка',
  by: admin,
  from: '203.0.113.7',
  before: { name: 'Улыбка', tariff: 'Standard', isActive: true },
  after: { id: '0197-clinic', name: 'Улыбка', tariff: 'Paid', isActive: false, oddity: 5 },
  ...changes,
});

useDesk();
beforeEach(() => answer('/api/audit?limit=50', { items: [line('l3'), line('l2', { before: null }), line('l1', { at: '2026-11-20T09:05:00Z', after: null })], next: null }));
const entries = () => all('audit-entry').map((entry) => entry.innerText.replace(/\s+/g, ' ').trim());

describe('the list of changes', () => {
  test('says of each what was and what is, who did it, when by Moscow’s clock and from where', async () => {
    await openSettings('audit');
    const [changed = '', created = '', removed = ''] = entries();
    for (const part of ['11:42', 'Клиника «Улыбка»', 'изменение', 'Администратор', 'с адреса 203.0.113.7', 'Действует', 'было: да', 'стало: нет']) expect(changed).toContain(part);
    expect(changed).not.toContain('Название');
    expect(created).toContain('создание');
    expect(created).toMatch(/Название ?Улыбка/);
    expect(removed).toContain('удаление');
    expect(removed).toMatch(/Название ?было: Улыбка/);
  });

  test('shows a property that has no words as it is called', async () => {
    await openSettings('audit');
    expect(entries()[0]).toContain('oddity');
  });

  test('stands under its days', async () => {
    await openSettings('audit');
    expect([...document.querySelectorAll('.audit-day h3')].map(({ textContent }) => textContent)).toEqual(['Сегодня', '20 ноября']);
  });

  test('names whoever is no person', async () => {
    answer('/api/audit?limit=50', { items: [line('l2', { by: { kind: 'Operator', id: null, name: null }, from: null }), line('l1', { by: { kind: 'Desk', id: null, name: null } })], next: null });
    await openSettings('audit');
    expect(entries()[0]).toContain('оператор сервера');
    expect(entries()[0]).not.toContain('с адреса');
    expect(entries()[1]).toContain('сама программа');
  });

  test('says when there is nothing', async () => {
    answer('/api/audit?limit=50', { items: [], next: null });
    await openSettings('audit');
    expect(words()).toContain('Пока никто ничего не менял.');
  });

  test('speaks English', async () => {
    locale.value = 'en';
    await openSettings('audit');
    expect(words()).not.toContain('0197-clinic');
    for (const part of ['Clinic “Улыбка”', 'changed', 'before: yes', 'after: no', 'from address 203.0.113.7']) expect(entries()[0]).toContain(part);
  });
});

describe('its filter', () => {
  test('asks the server, is part of the address, and is gone back from', async () => {
    answer('/api/audit?kind=Site&limit=50', { items: [line('l9', { kind: 'Site', name: 'i-stom.ru' })], next: null });
    await openSettings('audit');
    await fill('Что', 'Site');
    expect(location.hash).toBe('#settings/audit?kind=Site');
    expect(entries()).toHaveLength(1);
    await back();
    expect(entries()).toHaveLength(3);
    expect((labelled('Что') as unknown as HTMLSelectElement).value).toBe('');
  });

  test('offers the people that were met, and whoever reads', async () => {
    await openSettings('audit');
    expect([...labelled('Кто').querySelectorAll('option')].map(({ textContent }) => textContent)).toEqual(['все', 'Оператор 1', 'Администратор']);
  });

  test('takes days as Moscow’s, the last one to its end', async () => {
    answer('/api/audit?since=2026-11-19T21%3A00%3A00.000Z&until=2026-11-20T21%3A00%3A00.000Z&limit=50', { items: [line('l1')], next: null });
    await openSettings('audit?since=2026-11-20&until=2026-11-20');
    expect(entries()).toHaveLength(1);
  });

  test('takes a year that is being typed for none yet', async () => {
    await openSettings('audit');
    await fill('С', '0202-11-20');
    expect(location.hash).toBe('#settings/audit');
  });

  test('that finds nothing says so, and can be cleared', async () => {
    answer('/api/audit?kind=Shift&limit=50', { items: [], next: null });
    await openSettings('audit?kind=Shift');
    expect(words()).toContain('По этому отбору ничего нет.');
    await pressAndWait('Сбросить');
    expect(entries()).toHaveLength(3);
  });

  test('from a mistyped address is as none', async () => {
    await openSettings('audit?since=yesterday&until=2026-99-99&else=1');
    expect(entries()).toHaveLength(3);
  });
});

describe('older changes', () => {
  test('come when asked for, after what is there, until there are no more', async () => {
    answer('/api/audit?limit=50', { items: [line('l3')], next: 'l3' });
    answer('/api/audit?limit=50&before=l3', { items: [line('l2', { name: 'Вторая' })], next: null });
    await openSettings('audit');
    await pressAndWait('Показать ещё');
    expect(entries().map((text) => /«(.*)»/.exec(text)?.[1])).toEqual(['Улыбка', 'Вторая']);
    expect(button('Показать ещё')).toBeUndefined();
    expect(document.activeElement?.textContent).toBe('Это всё.');
  });

  test('that cannot be had leave what is there, and are asked for again', async () => {
    answer('/api/audit?limit=50', { items: [line('l3')], next: 'l3' });
    status['/api/audit?limit=50&before=l3'] = [503, null];
    await openSettings('audit');
    await pressAndWait('Показать ещё');
    expect(entries()).toHaveLength(1);
    expect(alerts()[0]).toContain('Сервер занят');
    answer('/api/audit?limit=50&before=l3', { items: [line('l2')], next: null });
    await pressAndWait('Повторить');
    expect(entries()).toHaveLength(2);
  });
});

/** The server's own samples of everything that staff change. */
const samples = join(import.meta.dirname, '../../tests/iStom.Chat.Server.Tests/Storage/Samples');
const changes = readdirSync(samples)
  .map((name) => JSON.parse(readFileSync(join(samples, name), 'utf8')) as { After?: object })
  .flatMap(({ After }) => After ?? []);

/** The names of an object's properties and of those within them, as they are on the wire. */
const namesIn = (value: unknown): string[] =>
  typeof value !== 'object' || value === null || Array.isArray(value)
    ? []
    : Object.entries(value).flatMap(([name, part]) => [name.charAt(0).toLowerCase() + name.slice(1), ...namesIn(part)]);

test.each(['ru', 'en'] as const)('every property that can change has words (%s)', (spoken) => {
  const names = new Set(changes.flatMap(namesIn));
  expect(names.size).toBeGreaterThan(100);
  expect([...names].filter((name) => !unsaid.has(name) && auditSpeech(spoken).find(`property.${name}`) === null)).toEqual([]);
});
