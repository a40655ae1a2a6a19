// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { posts, useDesk, words } from './deskHarness';
import { answer, fetched, fill, heading, labelled, openSettings, pressAndWait } from './settingsHarness';

useDesk();

const item = { id: 'i1', version: 1, title: 'Печать чека', description: '', severity: 'Critical', state: 'InWork', plannedVersion: '7.6', link: null, externalKey: 'ISTOM-42', releasedIn: null, tickets: 2, clinics: 1 };
const board = { items: [item, { ...item, id: 'i2', title: 'Тёмная тема', state: 'Rejected', severity: 'Low', tickets: 0, clinics: 0 }], more: false, texts: { text: { russian: 'Вышла {version} по {number}', english: '{version} is out' }, update: { russian: 'Обновитесь', english: 'Update' } } };
const said = (text: string) => expect(words()).toContain(text);

test('the board has a column for each state and says who waits', async () => {
  answer('/api/development/items', board);
  await openSettings('development', 'Agent');
  expect([...document.querySelectorAll('.board-column')].map((column) => [column.getAttribute('aria-label'), column.querySelectorAll('li').length])).toEqual([
    ['Запланировано', 0], ['В работе', 1], ['Сделано', 0], ['Выпущено', 0], ['Отклонено', 1],
  ]);
  said('1 клиника · 2 заявки');
  said('никто не ждёт');
  expect(words()).not.toContain('Выпустить версию');
});

test('a version is previewed as its customers will read it, and released after a question', async () => {
  answer('/api/development/items', board);
  await openSettings('development/release', 'Supervisor');
  await fill('Версия', '7.6');
  said('Вышла 7.6 по IS-2026-000123');
  expect(words()).not.toContain('Тёмная тема');
  document.querySelector<HTMLInputElement>('input[name=items]')?.click();
  await pressAndWait('Выпустить');
  said('Напишем 2 клиентам. Отозвать сказанное нельзя.');
  answer('/api/development/releases', { id: 'r1', version: '7.6', tickets: 2 });
  [...document.querySelectorAll<HTMLButtonElement>('dialog button')].find(({ textContent }) => textContent === 'Выпустить')?.click();
  await fetched();
  expect(posts.at(-1)?.[1]).toMatchObject({ version: '7.6', items: ['i1'], textRussian: 'Вышла {version} по {number}', updateEnglish: 'Update' });
  said('Версия 7.6 выпущена. Пишем по 2 заявкам.');
});

test('programs and trackers are kept together, and what secrets were made is shown once', async () => {
  const states = [{ name: 'Done', state: 'Done' }];
  const defaults = ['Jira', 'YouTrack', 'GitHub'].map((tracker) => ({ tracker, isOn: false, states, secretHint: null }));
  answer('/api/development/links', { settings: { hooks: [], trackers: [] }, version: 0, inbound: 'https://desk.example.org/api/development/inbound/', defaults, tallies: [] });
  await openSettings('trackers');
  expect(heading()).toBe('Связи с разработкой');
  await pressAndWait('Добавить программу');
  await fill('Адрес', 'https://example.org/hook');
  labelled('Слушать GitHub').click();
  await fetched();
  said('https://desk.example.org/api/development/inbound/github');
  answer('/api/development/links', { settings: { hooks: [], trackers: [] }, version: 1, inbound: '', defaults, tallies: [], secrets: [{ of: 'GitHub', secret: 'only-once' }] });
  await pressAndWait('Сохранить');
  expect(posts.at(-1)?.[1]).toMatchObject({ hooks: [{ url: 'https://example.org/hook', items: true, releases: true }], trackers: [{ tracker: 'GitHub', isOn: true }], version: 0 });
  said('GitHub: only-once');
});
