// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { button, drawn, key, locale, posts, status, useDesk, words } from './deskHarness';
import { alerts, answer, fetched, fill, heading, openSettings, pressAndWait, turnTo } from './settingsHarness';

const day = (date: string, kind: string, more: object = {}) => ({ date, kind, other: null, name: null, ...more });
const year = (changes: object = {}) => ({
  year: 2026,
  version: 0,
  edition: 'ru-2026/1466/0a1b2c3d',
  decree: 'Постановление Правительства РФ от 24.09.2025 № 1466',
  workingDays: [15, 19, 21, 22, 19, 21, 23, 21, 22, 22, 20, 22],
  days: [
    day('2026-01-01', 'Holiday', { name: 'Новогодние каникулы' }),
    day('2026-01-02', 'Holiday', { name: 'Новогодние каникулы' }),
    day('2026-01-07', 'Holiday', { name: 'Рождество Христово' }),
    day('2026-01-08', 'Holiday', { name: 'Новогодние каникулы' }),
    day('2026-01-09', 'Moved', { other: '2026-01-03' }),
    day('2026-04-30', 'Shortened'),
    day('2026-11-28', 'Working', { other: '2026-12-31' }),
  ],
  ...changes,
});
const preview = (changes: object = {}) => ({
  year: year({ workingDays: [15, 19, 21, 22, 19, 21, 23, 21, 22, 22, 19, 22] }),
  days: [{ date: '2026-11-24', before: null, after: day('2026-11-24', 'Holiday', { name: 'Выходной' }) }],
  promises: [{ ticket: 't1', number: '26-000017', due: '2026-11-25T09:00:00Z', becomes: '2026-11-26T09:00:00Z' }],
  promisesTotal: 102,
  ...changes,
});
const [path, previewPath, savePath] = ['/api/calendar/2026?locale=ru', '/api/calendar/2026/preview?locale=ru', '/api/calendar/2026?version=0&locale=ru'];

useDesk();
beforeEach(() => answer(path, year()));

const dayButton = (date: string) => document.querySelector<HTMLElement>(`[data-date="${date}"]`) as HTMLElement;
const month = (n: number) => document.querySelectorAll<HTMLElement>('.month')[n - 1]?.innerText.replace(/\s+/g, ' ') ?? '';
const text = (selector: string) => document.querySelector<HTMLElement>(selector)?.innerText.replace(/\s+/g, ' ') ?? '';
const rows = (at: number) => [...(document.querySelectorAll('.calendar-preview table')[at]?.querySelectorAll('tbody tr') ?? [])].map((row) => [...row.children].map(({ textContent }) => textContent));
const on = async (date: string, name: string, more: KeyboardEventInit = {}) => {
  dayButton(date).focus();
  await key(name, name, dayButton(date), more);
  return (document.activeElement as HTMLElement).dataset['date'];
};

const stops = () => [...document.querySelectorAll<HTMLElement>('[data-date][tabindex="0"]')].map(({ dataset }) => dataset['date']);

async function makeHoliday(date: string): Promise<void> {
  dayButton(date).click();
  await fetched();
  await fill('Каким будет день', 'Holiday');
  await fill('Название по-русски', 'Выходной');
  await pressAndWait('Готово');
}

async function choose(text: string): Promise<void> {
  await pressAndWait('Загрузить из файла');
  const input = document.querySelector<HTMLInputElement>('input[type=file]') as HTMLInputElement;
  Object.defineProperty(input, 'files', { value: [new File([text], 'calendar.xml')] });
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await fetched();
}

describe('the year', () => {
  test('has its decree, its working days by month, and what its days are', async () => {
    await openSettings('calendar/2026');
    expect(heading()).toBe('Производственный календарь 2026 года');
    for (const part of ['от 24.09.2025 № 1466', '247 рабочих дней в году']) expect(words()).toContain(part);
    for (const part of ['Январь', '15 рабочих дней', '1–2, 8 — Новогодние каникулы', '7 — Рождество Христово', '9 — выходной за 3 января']) expect(month(1)).toContain(part);
    expect(month(4)).toContain('30 — короче на час');
    expect(month(11)).toContain('28 — рабочий день, отдых перенесён на 31 декабря');
    expect(document.querySelector('.provisional')).toBeNull();
  });

  test('is this year where none is named, or none that can be', async () => {
    await openSettings('calendar');
    expect(heading()).toContain('2026');
    await turnTo('settings/calendar/20266');
    expect(heading()).toContain('2026');
  });

  test('leads to those beside it', async () => {
    await openSettings('calendar/2026');
    expect([...document.querySelectorAll('.year-switch a')].map((link) => link.getAttribute('href'))).toEqual(['#settings/calendar/2025', '#settings/calendar/2027']);
  });

  test('knows today, and says of each day what it is', async () => {
    await openSettings('calendar/2026');
    expect(document.querySelectorAll('[aria-current=date]')).toHaveLength(1);
    expect(dayButton('2026-11-23').getAttribute('aria-current')).toBe('date');
    expect(dayButton('2026-01-09').getAttribute('aria-label')).toBe('пятница, 9 января, выходной за 3 января');
    expect(dayButton('2026-11-22').getAttribute('aria-label')).toBe('воскресенье, 22 ноября, выходной');
  });

  test('without a decree warns, and says what to do', async () => {
    answer(path, year({ decree: null }));
    await openSettings('calendar/2026', 'Supervisor');
    expect(text('.provisional')).toMatch(/предварительный.*загрузите файл календаря/);
  });

  test('speaks English, of its days too', async () => {
    locale.value = 'en';
    answer('/api/calendar/2026?locale=en', year({ days: [day('2026-01-09', 'Moved', { other: '2026-01-03' }), day('2026-05-01', 'Holiday', { name: 'Spring and Labour Day' })] }));
    await openSettings('calendar/2026');
    expect(month(1)).toContain('9 — day off moved from 3 January');
    expect(month(5)).toContain('1 — Spring and Labour Day');
  });

  test('an agent may look at, day by day, and change nothing of', async () => {
    await openSettings('calendar/2026', 'Agent');
    expect(button('Загрузить из файла')).toBeUndefined();
    dayButton('2026-01-09').click();
    await fetched();
    expect(text('dialog')).toContain('Сейчас: выходной за 3 января.');
    expect(document.querySelector('dialog form')).toBeNull();
  });
});

describe('keys', () => {
  test.each([
    ['ArrowRight', '2026-11-30', '2026-12-01'],
    ['ArrowLeft', '2026-11-01', '2026-10-31'],
    ['ArrowDown', '2026-11-25', '2026-12-02'],
    ['ArrowUp', '2026-11-25', '2026-11-18'],
    ['PageDown', '2026-01-31', '2026-02-28'],
    ['PageUp', '2026-03-15', '2026-02-15'],
    ['Home', '2026-11-25', '2026-11-23'],
    ['End', '2026-11-25', '2026-11-29'],
    ['ArrowUp', '2026-01-03', '2026-01-03'],
    ['ArrowRight', '2026-12-31', '2026-12-31'],
  ])('%s on %s leads to %s', async (name, from, to) => {
    await openSettings('calendar/2026');
    expect(await on(from, name)).toBe(to);
    expect(stops()).toHaveLength(1);
  });

  test('Ctrl+Home and Ctrl+End lead to the ends of the year', async () => {
    await openSettings('calendar/2026');
    expect(await on('2026-06-10', 'Home', { ctrlKey: true })).toBe('2026-01-01');
    expect(await on('2026-06-10', 'End', { ctrlKey: true })).toBe('2026-12-31');
  });

  test('Tab stops at one day: today, then where one went', async () => {
    await openSettings('calendar/2026');
    expect(stops()).toEqual(['2026-11-23']);
    await on('2026-11-23', 'ArrowRight');
    expect(stops()).toEqual(['2026-11-24']);
  });
});

describe('a day that is edited', () => {
  test('is shown as it will be, is looked over, and is saved only then', async () => {
    answer(previewPath, preview());
    answer(savePath, year({ version: 1, days: [day('2026-11-24', 'Holiday', { name: 'Выходной' })] }));
    await openSettings('calendar/2026', 'Supervisor');
    await makeHoliday('2026-11-24');
    expect(month(11)).toContain('24 — Выходной');
    expect(dayButton('2026-11-24').getAttribute('aria-label')).toContain('правка не сохранена');
    expect(posts).toEqual([]);

    await pressAndWait('Посмотреть, что изменится');
    expect(rows(0)).toEqual([['вторник, 24 ноября', 'рабочий день', 'Выходной']]);
    expect(rows(1)).toEqual([['26-000017', '25 ноября 2026 г., 12:00 (МСК)', '26 ноября 2026 г., 12:00 (МСК)']]);
    for (const part of ['Изменится 1 день.', 'Рабочих дней в году было 247, станет 246.', 'Сдвинутся сроки 102 заявок.', 'и ещё 101 заявка']) expect(words()).toContain(part);
    const body = { days: [{ date: '2026-11-24', kind: 'Holiday', name: { russian: 'Выходной', english: 'Выходной' } }] };
    expect(posts).toEqual([[previewPath, body]]);

    await pressAndWait('Сохранить');
    expect(posts[1]).toEqual([savePath, body]);
    expect(words()).toContain('Календарь сохранён.');
    expect(button('Посмотреть, что изменится')).toBeUndefined();
  });

  test('that was worked instead takes its rest with it', async () => {
    answer(previewPath, preview());
    await openSettings('calendar/2026');
    dayButton('2026-12-05').click();
    await fetched();
    await fill('Каким будет день', 'Working');
    await pressAndWait('Готово');
    expect(text('dialog')).toContain('Заполните это поле.');
    await fill('На какой день перенесён отдых', '2026-12-30');
    await pressAndWait('Готово');
    expect(month(12)).toContain('5 — рабочий день, отдых перенесён на 30 декабря');
    expect(month(12)).toContain('30 — выходной за 5 декабря');
    await pressAndWait('Посмотреть, что изменится');
    expect(posts[0]?.[1]).toEqual({ days: [{ date: '2026-12-05', kind: 'Working', other: '2026-12-30' }, { date: '2026-12-30', kind: 'Moved', other: '2026-12-05' }] });
  });

  test('can be taken back, alone or with all others', async () => {
    await openSettings('calendar/2026');
    await makeHoliday('2026-11-24');
    await makeHoliday('2026-11-25');
    expect(text('.draft-bar')).toContain('2 дня');
    dayButton('2026-11-24').click();
    await fetched();
    await pressAndWait('Убрать правку');
    expect(text('.draft-bar')).toContain('1 день');
    await pressAndWait('Убрать правки');
    expect(document.querySelector('.draft-bar')).toBeNull();
    expect(month(11)).not.toContain('24 —');
  });

  test('that was only looked at is no edit', async () => {
    await openSettings('calendar/2026');
    dayButton('2026-11-24').click();
    await fetched();
    await pressAndWait('Готово');
    expect(document.querySelector('dialog')).toBeNull();
    expect(document.querySelector('.draft-bar')).toBeNull();
  });

  test('is asked about before it is left', async () => {
    await openSettings('calendar/2026');
    await makeHoliday('2026-11-24');
    await turnTo('settings/calendar/2027');
    expect(text('dialog')).toContain('Уйти без сохранения?');
  });

  test('somebody else was faster with: the year comes anew, the edit stays and is looked over again', async () => {
    answer(previewPath, preview());
    await openSettings('calendar/2026');
    await makeHoliday('2026-11-24');
    await pressAndWait('Посмотреть, что изменится');
    status[savePath] = [409, { code: 'changed-meanwhile' }];
    await pressAndWait('Сохранить');
    expect(alerts()[0]).toContain('изменил кто-то другой');
    answer(path, year({ version: 3 }));
    answer(previewPath, preview({ promises: [], promisesTotal: 0 }));
    await pressAndWait('Загрузить заново');
    expect(alerts()).toEqual([]);
    expect(words()).toContain('Открытые сроки не сдвинутся.');
    answer('/api/calendar/2026?version=3&locale=ru', year({ version: 4 }));
    await pressAndWait('Сохранить');
    expect(words()).toContain('Календарь сохранён.');
  });

  test('is kept when the connection breaks, and may be saved again', async () => {
    answer(previewPath, preview());
    status[savePath] = [503, null];
    await openSettings('calendar/2026');
    await makeHoliday('2026-11-24');
    await pressAndWait('Посмотреть, что изменится');
    await pressAndWait('Сохранить');
    expect(alerts()[0]).toContain('Сервер занят');
    answer(savePath, year({ version: 1 }));
    await pressAndWait('Повторить');
    expect(words()).toContain('Календарь сохранён.');
  });
});

describe('a file', () => {
  test('goes with the decree, where that is another one', async () => {
    answer(previewPath, preview());
    await openSettings('calendar/2026');
    await choose('<calendar year="2026"/>');
    await fill('Постановление', 'Постановление Правительства РФ от 01.10.2026 № 7');
    await pressAndWait('Посмотреть, что изменится');
    expect(posts).toEqual([[previewPath, { file: '<calendar year="2026"/>', decree: 'Постановление Правительства РФ от 01.10.2026 № 7' }]]);
  });

  test('alone leaves the decree to the file', async () => {
    answer(previewPath, preview());
    await openSettings('calendar/2026');
    await choose('<calendar year="2026"/>');
    await pressAndWait('Посмотреть, что изменится');
    expect(posts[0]?.[1]).toEqual({ file: '<calendar year="2026"/>' });
  });

  test('does not go with a decree that has no date and number', async () => {
    await openSettings('calendar/2026');
    await pressAndWait('Загрузить из файла');
    await fill('Постановление', 'Постановление № 7');
    await pressAndWait('Посмотреть, что изменится');
    expect(words()).toContain('Так записать нельзя');
    expect(posts).toEqual([]);
  });

  test.each([
    [{ code: 'calendar-date-wrong', line: '3', value: '13.01' }, ['Строка 3', 'Такого дня в году нет: 13.01.']],
    [{ code: 'calendar-malformed', line: '1' }, ['Строка 1', 'Это не файл календаря']],
    [{ code: 'calendar-malformed' }, ['Это не файл календаря']],
    [{ code: 'calendar-year-wrong', value: '2025' }, ['Календарь другого года: 2025.']],
    [{ code: 'calendar-rest-unknown', line: '4', value: '2026-11-28' }, ['Строка 4', 'Рабочий выходной 2026-11-28']],
    [{ code: 'calendar-day-unknown', line: '4', value: '9' }, ['Строка 4', 'Неизвестный вид дня: 9.']],
    [{ code: 'calendar-contradiction', value: '19 working days are given' }, ['Дни противоречат друг другу', '19 working days are given']],
  ])('that is refused says where and why: %o', async (problem, parts) => {
    status[previewPath] = [400, problem];
    await openSettings('calendar/2026');
    await choose('<calendar/>');
    await pressAndWait('Посмотреть, что изменится');
    for (const part of parts) expect(alerts()[0]).toContain(part);
    expect(button('Сохранить')).toBeUndefined();
    await pressAndWait('Вернуться к правкам');
    await drawn();
    expect(text('.draft-bar')).toContain('calendar.xml');
  });
});
