// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { all, locale, posts, status, useDesk, words } from './deskHarness';
import { alerts, answer, fill, heading, labelled, openSettings, pressAndWait, turnTo } from './settingsHarness';

const edition = (version: number, name: string, holdsFrom: string | null, changes: object = {}) => ({
  settings: {
    id: version === 0 ? '00000000-0000-0000-0000-000000000000' : `e-${name}`,
    name,
    holdsFrom,
    hours: [{ from: '10:00', until: '19:00' }],
    shortenedByMinutes: 0,
    standard: { budgetMinutes: 1080, guardMinutes: 120 },
    urgent: { budgetMinutes: 120, guardMinutes: 60 },
    paid: { budgetMinutes: 15, guardMinutes: 15 },
    ...changes,
  },
  version,
});
const first = edition(0, 'regulation-1', null);
const second = edition(1, 'regulation-2', '2026-11-20', { hours: [{ from: '08:00', until: '12:00' }, { from: '13:00', until: '00:00' }], shortenedByMinutes: 61 });
const third = edition(2, 'regulation-3', '2026-12-01', { standard: { budgetMinutes: 630, guardMinutes: 0 } });

useDesk();
beforeEach(() => answer('/api/regulation', [first, second, third]));
const cards = () => all('edition').map(({ innerText }) => innerText.replace(/\s+/g, ' '));
const input = (label: string) => document.querySelector<HTMLInputElement>(`[aria-label="${label}"]`) as HTMLInputElement;
async function write(field: HTMLInputElement, value: string): Promise<void> {
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await pressAndWait('Сохранить').catch(() => {});
}

describe('the editions', () => {
  test('stand in the order in which they hold, with the one that holds today', async () => {
    await openSettings('regulation');
    const [one = '', two = '', three = ''] = cards();
    expect(one).toMatch(/С начала работы программы, до 20 ноября 2026 г\..*действовала раньше/);
    expect(two).toMatch(/С 20 ноября 2026 г\., до 1 декабря 2026 г\..*действует сегодня/);
    expect(three).toMatch(/С 1 декабря 2026 г\..*ещё не действует/);
  });

  test('are told in words: hours, working days, guards', async () => {
    await openSettings('regulation');
    const [one = '', two = '', three = ''] = cards();
    for (const part of ['с 10:00 до 19:00 (МСК)', 'не короче обычного', 'Ответ за 2 рабочих дня (18 часов).', 'Под угрозой — за 2 часа до срока.', 'Ответ за 2 часа рабочего времени.', 'Ответ за 15 минут, круглосуточно и без выходных.', 'Под угрозой с самого начала.'])
      expect(one).toContain(part);
    for (const part of ['с 08:00 до 12:00 и с 13:00 до 24:00 (МСК)', 'короче на 1 час 1 минуту', 'Ответ за 1 рабочий день 3 часа (18 часов).']) expect(two).toContain(part);
    for (const part of ['Ответ за 1 рабочий день 1 час 30 минут (10 часов 30 минут).', 'Под угрозой не бывает.']) expect(three).toContain(part);
  });

  test('in English', async () => {
    locale.value = 'en';
    await openSettings('regulation');
    for (const part of ['Since the product was set up, until 20 November 2026', 'A reply within 2 working days (18 hours).', '10:00 to 19:00 (MSK)', 'At risk once 2 hours or less are left.']) expect(cards()[0]).toContain(part);
  });

  test('can be changed and taken back only before they hold', async () => {
    await openSettings('regulation');
    expect(cards().map((card) => [card.includes('Изменить'), card.includes('Отозвать')])).toEqual([[false, false], [false, false], [true, true]]);
    await turnTo('settings/regulation/e-regulation-2');
    expect(words()).toContain('Эта редакция уже действует');
    expect(document.querySelector('form')).toBeNull();
  });

  test('are taken back after a question', async () => {
    await openSettings('regulation');
    await pressAndWait('Отозвать');
    expect(document.querySelector('dialog')?.textContent).toContain('Редакция regulation-3 не начнёт действовать 1 декабря 2026 г.');
    await pressAndWait('Оставить');
    expect(posts).toEqual([]);
    status['/api/regulation/e-regulation-3?version=2'] = [204, null];
    answer('/api/regulation', [first, second]);
    await pressAndWait('Отозвать');
    [...document.querySelectorAll<HTMLButtonElement>('dialog button')].find(({ textContent }) => textContent === 'Отозвать')?.click();
    await turnTo('settings/regulation');
    expect(cards()).toHaveLength(2);
  });
});

describe('a new edition', () => {
  test('begins as the latest, under the next name, and goes whole', async () => {
    await openSettings('regulation/new');
    expect(heading()).toBe('Новая редакция');
    expect(labelled('Название').value).toBe('regulation-4');
    expect(words()).toContain('Ответ за 1 рабочий день 1 час 30 минут (10 часов 30 минут).');
    await fill('Действует с', '2027-01-11');
    await write(input('Срок ответа, часы'), '9');
    const [path, body] = posts[0] as [string, { id: string; standard: unknown; holdsFrom: string }];
    expect(path).toBe(`/api/regulation/${body.id}?version=0`);
    expect([body.holdsFrom, body.standard]).toEqual(['2027-01-11', { budgetMinutes: 570, guardMinutes: 0 }]);
    expect(body).toMatchObject({ name: 'regulation-4', hours: third.settings.hours, shortenedByMinutes: 0, urgent: third.settings.urgent, paid: third.settings.paid });
  });

  test('is not sent without its day', async () => {
    await openSettings('regulation/new');
    await pressAndWait('Сохранить');
    expect(words()).toContain('Заполните это поле.');
    expect(posts).toEqual([]);
  });

  test('is in the list after it was saved', async () => {
    await openSettings('regulation/e-regulation-3');
    expect(heading()).toBe('Изменить редакцию');
    answer('/api/regulation/e-regulation-3?version=2', third);
    await fill('Название', 'Зима');
    await pressAndWait('Сохранить');
    expect(location.hash).toBe('#settings/regulation');
    expect(posts[0]?.[1]).toMatchObject({ name: 'Зима', holdsFrom: '2026-12-01' });
  });

  test('may have a break in its day, and says what a budget is then', async () => {
    await openSettings('regulation/new');
    await pressAndWait('Добавить промежуток');
    expect(document.querySelectorAll('input[type=time]')).toHaveLength(4);
    await pressAndWait('Сохранить');
    expect(words()).toContain('Заполните это поле.');
    await write(input('Конец, промежуток 1'), '13:00');
    await write(input('Начало, промежуток 2'), '14:00');
    await write(input('Конец, промежуток 2'), '20:00');
    expect(words()).toContain('Ответ за 1 рабочий день 1 час 30 минут (10 часов 30 минут).');
    await pressAndWait('Убрать');
    expect(document.querySelectorAll('input[type=time]')).toHaveLength(2);
  });

  test.each([
    [{ code: 'regulation-name-taken' }, 'Редакция с таким названием уже есть.'],
    [{ code: 'regulation-in-force' }, 'Эта редакция уже действует или начинается раньше завтрашнего дня'],
    [{ code: 'changed-meanwhile' }, 'изменил кто-то другой'],
  ])('that is refused says why: %o', async (problem, sentence) => {
    status['/api/regulation/e-regulation-3?version=2'] = [409, problem];
    await openSettings('regulation/e-regulation-3');
    await fill('Название', 'Зима');
    await pressAndWait('Сохранить');
    expect(alerts()[0]).toContain(sentence);
    expect(labelled('Название').value).toBe('Зима');
  });

  test('with terms that cannot be is refused at them', async () => {
    status['/api/regulation/e-regulation-3?version=2'] = [400, { code: 'regulation-invalid', property: 'Urgent' }];
    await openSettings('regulation/e-regulation-3');
    await fill('Название', 'Зима');
    await pressAndWait('Сохранить');
    const marked = [...document.querySelectorAll('fieldset')].filter((field) => field.querySelector('[aria-invalid=true]'));
    expect(marked.map((field) => field.querySelector('legend')?.textContent)).toEqual(['Срочная поддержка']);
    expect(marked[0]?.textContent).toContain('Так не получится');
  });
});
