// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { posts, useDesk, words } from './deskHarness';
import { answer, fetched, fill, heading, openSettings, pressAndWait, turnTo } from './settingsHarness';

useDesk();

const links = () => [...document.querySelectorAll('.settings-page td a, .settings-page th a')].map(({ textContent }) => textContent);

describe('canned replies', () => {
  const reply = (id: string, own: boolean) => ({ id, version: 3, own, title: `Ответ ${id}`, shortcut: null, text: { russian: '', english: 'Only in English' } });

  test('of the team are read by agents, and changed by supervisors; one’s own are changed by oneself', async () => {
    answer('/api/canned-replies', [reply('t', false), reply('o', true)]);
    await openSettings('replies', 'Agent');
    expect(words()).toContain('Ответ t');
    expect(words()).toContain('Only in English');
    expect(links()).toEqual(['Ответ o']);
    await turnTo('settings/replies/team/t');
    expect(document.querySelector('form')).toBeNull();
    answer('/api/canned-replies/own/o', reply('o', true));
    await turnTo('settings/replies/own/o');
    expect(document.querySelector('.text-preview [lang=ru]')).toBeNull();
    await fill('Текст по-русски', 'По-русски: {ticket}, {clinic}');
    expect(document.querySelector('.text-preview [lang=ru]')?.textContent).toBe('По-русски: IS-2026-000123, Клиника «Демо-1»');
    await fill('Текст по-русски', 'По-русски');
    await pressAndWait('Сохранить');
    expect(posts).toEqual([['/api/canned-replies/own/o', { title: 'Ответ o', shortcut: '', russian: 'По-русски', english: 'Only in English', version: 3 }]]);
  });
});

describe('the panel’s texts', () => {
  const text = (name: string, russian = '') => ({ name, longest: 100, placeholders: ['when'], version: russian === '' ? 0 : 2, text: { russian, english: '' } });

  test('are shown as they are said now, the product’s own where nobody has worded them', async () => {
    answer('/api/texts', [text('desk.closed', 'Спим до {when}'), text('desk.closedNow')]);
    await openSettings('texts', 'Supervisor');
    expect(words()).toContain('Спим до во вторник 24 ноября, в 10:00 (МСК)');
    expect(words()).toContain('Сейчас закрыто');
  });

  test('of the desk are previewed as colleagues see them', async () => {
    answer('/api/texts', [{ ...text('staff.queue.empty'), placeholders: [] }]);
    await openSettings('texts/staff.queue.empty', 'Supervisor');
    expect(heading()).toBe('Рабочее место: очередь пуста');
    expect(words()).toContain('Пусто — исходный текст: «Очередь пуста. Все ответы даны.»');
    expect(words()).toContain('Так увидят сотрудники');
  });

  test('are previewed while they are written, and brought back in both languages', async () => {
    answer('/api/texts', [text('desk.closed', 'Спим до {when}')]);
    answer('/api/texts/desk.closed', text('desk.closed'));
    await openSettings('texts/desk.closed', 'Supervisor');
    expect(heading()).toBe('Шапка: закрыто, и когда откроемся');
    expect(words()).toContain('Пусто — исходный текст: «Сейчас закрыто. Откроемся {when}»');
    await fill('По-русски', '');
    expect(document.querySelector('.text-preview p')?.textContent).toBe('Сейчас закрыто. Откроемся во вторник 24 ноября, в 10:00 (МСК)');
    await fill('По-русски', 'Спим до {when}');
    await pressAndWait('Вернуть исходный текст');
    [...document.querySelectorAll<HTMLElement>('dialog button')].find(({ textContent }) => textContent === 'Вернуть исходный текст')?.click();
    await fetched();
    expect(posts).toEqual([['/api/texts/desk.closed', { version: 2, russian: '', english: '' }]]);
  });
});
