// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { askedIn, type CannedReply, filled, found, gapIn, languageOf, spoken } from '../src/console/canned/reply';
import { box, drawn, hold, mode, server, status, type, useDesk, words } from './deskHarness';
import { agentTicket, message } from './samples';

useDesk();

const reply = (id: string, changes: Partial<CannedReply> = {}): CannedReply => ({ id, version: 1, own: false, title: `Ответ ${id}`, shortcut: null, text: { russian: `Текст ${id}`, english: '' }, ...changes });
const titles = (replies: readonly CannedReply[]) => replies.map(({ id }) => id);

describe('a slash', () => {
  test.each([
    ['/', { from: 0, words: '' }],
    ['/чек не печ', { from: 0, words: 'чек не печ' }],
    ['Добрый день! /чек', { from: 13, words: 'чек' }],
    ['и\n/чек', { from: 2, words: 'чек' }],
    ['https://example.org', null],
    ['и/или', null],
    ['да / нет', null],
    ['/чек\nи дальше', null],
    ['', null],
  ])('in %j asks for %j', (text, asked) => expect(askedIn(text, text.length)).toEqual(asked));

  test('asks for the words up to the caret alone', () => expect(askedIn('/чек завтра', 4)).toEqual({ from: 0, words: 'чек' }));
});

test('what is asked for is found by shortcut, then by title, then by text; one’s own before the team’s', () => {
  const replies = [reply('text', { text: { russian: 'Про чек', english: '' } }), reply('title', { title: 'Чёк' }), reply('team', { shortcut: 'чек' }), reply('own', { shortcut: 'чек', own: true }), reply('longer', { shortcut: 'чек-2' }), reply('other')];
  expect(titles(found(replies, 'чек'))).toEqual(['own', 'team', 'longer', 'title', 'text']);
  expect(titles(found(replies, 'ПРО чек'))).toEqual(['text']);
  expect(titles(found(replies, 'нет такого'))).toEqual([]);
});

describe('the text', () => {
  const ticket = agentTicket(1, { visitorName: 'Посетитель {agent}', clinic: null });
  const greeting = reply('1', { text: { russian: '{visitor}, {ticket}: до {deadline}. {clinic}. {agent}', english: 'Due {deadline}, {clinic}' } });

  test('has what is known in its places, and a gap that can be read for what is not', () => {
    expect(filled(greeting, { ticket, agent: 'Оператор 1', wanted: 'ru' })).toBe('Посетитель {agent}, IS-2026-000101: до 24 ноября, 16:00 (МСК). [название клиники]. Оператор 1');
    expect(filled(greeting, { ticket: { ...ticket, promise: null }, agent: '', wanted: 'en' })).toBe('Due [when the answer is due], [the clinic’s name]');
    expect(gapIn('До [срок ответа], [имя клиента]')).toEqual({ at: 3, length: 13 });
    expect(gapIn('Массив [1]')).toBeNull();
  });

  test('is in the language in which the customer writes, or in the one that there is', () => {
    const writes = (...texts: string[]) => languageOf(texts.map((text, n) => message(n, { author: n < texts.length - 1 ? 'Visitor' : 'Agent', text })));
    expect([writes('Hello', 'Здравствуйте'), writes('Hello', 'Чек', ''), writes('Чек', 'The receipt', '', ''), writes('42', '')]).toEqual(['en', 'ru', 'en', 'ru']);
    expect(spoken(greeting, 'en').locale).toBe('en');
    expect(spoken(reply('1'), 'en')).toEqual({ text: 'Текст 1', locale: 'ru' });
  });
});

describe('in the composer', () => {
  const options = () => [...document.querySelectorAll('[role=option]')];
  const chosen = () => document.querySelector('[aria-selected=true]')?.textContent;
  const offered = [reply('1', { title: 'Чек', shortcut: 'чек', text: { russian: 'Здравствуйте, {visitor}! Про чек', english: '' } }), reply('2', { title: 'Касса' })];
  const ask = async (text: string) => {
    await type(text);
    for (let n = 0; n < 50 && options().length === 0; n++) await drawn();
  };
  const press = async (key: string) => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
    box().dispatchEvent(event);
    await drawn();
  };

  test('a slash opens the list, arrows choose and Enter fills in, with the gap marked: nothing is sent', async () => {
    status['/api/canned-replies'] = [200, offered];
    await hold();
    await ask('Добрый день. /');
    expect(options().map((option) => option.textContent)).toEqual(['Чек/чекЗдравствуйте, [имя клиента]! Про чек', 'КассаТекст 2']);
    expect(words()).toContain('Найдено 2 готовых ответа');
    expect(box().getAttribute('aria-activedescendant')).toBe(options()[0]?.id);
    await press('ArrowDown');
    expect(chosen()).toContain('Касса');
    expect(box().getAttribute('aria-activedescendant')).toBe(options()[1]?.id);
    await press('ArrowDown');
    await press('Enter');
    expect(box().value).toBe('Добрый день. Здравствуйте, [имя клиента]! Про чек');
    expect(box().value.slice(box().selectionStart, box().selectionEnd)).toBe('[имя клиента]');
    expect(words()).toContain('Остались квадратные скобки');
    expect([options().length, box().hasAttribute('aria-activedescendant')]).toEqual([0, false]);
    expect(server.called('Send')).toEqual([]);
    await type('Добрый день. Здравствуйте, Мария! Про чек');
    expect(words()).not.toContain('Остались квадратные скобки');
  });

  test('Escape leaves the list closed until the next slash, and Enter sends again', async () => {
    status['/api/canned-replies'] = [200, offered];
    await hold();
    await ask('/ч');
    expect(options()).toHaveLength(1);
    await press('Escape');
    await type('/чек');
    expect(options()).toHaveLength(0);
    await press('Enter');
    expect(server.called('Send')).toMatchObject([[{ text: '/чек' }]]);
    await ask('/ч');
    expect(options()).toHaveLength(1);
  });

  test('a note has none, and without replies the way to add one is shown', async () => {
    status['/api/canned-replies'] = [200, []];
    await hold();
    await mode('note');
    await type('/');
    await drawn();
    expect(words()).not.toContain('Готовых ответов пока нет.');
    await mode('reply');
    await type('/');
    for (let n = 0; n < 50 && !words()?.includes('Готовых ответов пока нет.'); n++) await drawn();
    expect(document.querySelector('.canned a')?.getAttribute('href')).toBe('#settings/replies');
  });
});
