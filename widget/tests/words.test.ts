import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { placeWords, promiseWords } from '../src/chat/TicketCard';
import { clockFace, countdown } from '../src/core/countdown';
import { chatWords } from '../src/i18n/chat';
import enFaces from '../src/i18n/en.json';
import { dayWords, openingWords, ownTime } from '../src/i18n/moscow';
import ruFaces from '../src/i18n/ru.json';
import { promise } from './samples';

type Groups = Record<string, Record<string, string | Record<string, string>>>;
const placeholders = (text: unknown) => [...JSON.stringify(text).matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

/** The faces' words, and those of each screen of the settings and each part of the panel that comes later, which has a file of its own. */
const folders = ['settings', 'panel', '.'].map((name) => join(import.meta.dirname, '../src/i18n', name));
const screens = (locale: string) =>
  Object.fromEntries(
    folders.flatMap((folder) =>
      readdirSync(folder)
        .filter((file) => file.endsWith(`.${locale}.json`))
        .map((file) => [join(folder, file.slice(0, -8)), JSON.parse(readFileSync(join(folder, file), 'utf8'))]),
    ),
  ) as Groups;
const [ru, en] = [{ ...ruFaces, ...screens('ru') } as Groups, { ...enFaces, ...screens('en') } as Groups];

describe('both languages', () => {
  test('have the same keys with the same parameters', () => {
    expect(Object.keys(en)).toEqual(Object.keys(ru));
    for (const [group, messages] of Object.entries(ru)) {
      const others = en[group] ?? {};
      expect(Object.keys(others).sort()).toEqual(Object.keys(messages).sort());
      for (const [key, text] of Object.entries(messages)) expect([key, [...new Set(placeholders(others[key]))]]).toEqual([key, [...new Set(placeholders(text))]]);
    }
  });

  test('have every plural form that the language has', () => {
    for (const [locale, all] of [['ru', ru], ['en', en]] as const)
      for (const text of Object.values(all).flatMap((group) => Object.values(group)))
        if (typeof text !== 'string') expect(Object.keys(text)).toEqual(expect.arrayContaining(new Intl.PluralRules(locale).resolvedOptions().pluralCategories));
  });

  test('are written: nothing is empty, and Russian is in Cyrillic', () => {
    for (const group of Object.values(ru))
      for (const [key, text] of Object.entries(group)) {
        expect(JSON.stringify(text).length, key).toBeGreaterThan(2);
        if (!['counter', 'audit.named'].includes(key)) expect(JSON.stringify(text), key).toMatch(/[а-яё]|\{type\}/i);
      }
  });
});

const w = chatWords('ru');
const place = (ahead: number, more = false) => placeWords({ ahead, more, lane: 'InTurn', reason: 'InTurn', critical: 0 }, w);

describe('the place in the queue', () => {
  test.each([
    [1, 'Перед вами 1 обращение'],
    [2, 'Перед вами 2 обращения'],
    [3, 'Перед вами 3 обращения'],
    [5, 'Перед вами 5 обращений'],
    [11, 'Перед вами 11 обращений'],
    [21, 'Перед вами 21 обращение'],
    [0, 'Вы следующий в очереди'],
  ])('%i', (ahead, words) => {
    expect(place(ahead)).toBe(words);
  });

  test('above fifty', () => {
    expect(place(50, true)).toBe('Перед вами больше 50 обращений');
  });
});

const at = (text: string) => new Date(text);

describe('the promise in words, by Moscow’s clock', () => {
  test('names the day in the case that Russian wants', () => {
    expect(promiseWords(at('2026-11-24T13:00:00Z'), at('2026-11-22T09:00:00Z'), w)).toBe('Ответим до вторника 24 ноября, 16:00 (МСК)');
    expect(promiseWords(at('2026-11-25T16:00:00Z'), at('2026-11-22T09:00:00Z'), w)).toBe('Ответим до среды 25 ноября, 19:00 (МСК)');
  });

  test('is short for today, and today is Moscow’s today', () => {
    expect(promiseWords(at('2026-11-24T13:00:00Z'), at('2026-11-23T21:30:00Z'), w)).toBe('Ответим сегодня до 16:00 (МСК)');
  });

  test('does not hide that it was missed', () => {
    expect(promiseWords(at('2026-11-24T13:00:00Z'), at('2026-11-24T13:00:01Z'), w)).toMatch(/^Обещали ответить до вторника 24 ноября, 16:00 \(МСК\)/);
  });

  test('in English', () => {
    expect(promiseWords(at('2026-11-24T13:00:00Z'), at('2026-11-22T09:00:00Z'), chatWords('en'))).toBe('We will answer by Tuesday 24 November, 16:00 (MSK)');
  });

  test('adds the reader’s own time where it differs', () => {
    expect(ownTime(at('2026-11-24T13:00:00Z'), 'ru', 'Asia/Vladivostok')).toBe('24 ноября, 23:00');
    expect(ownTime(at('2026-11-24T13:00:00Z'), 'ru', 'Europe/Moscow')).toBeNull();
  });

  test('says when the desk opens', () => {
    expect(openingWords(at('2026-11-24T07:00:00Z'), 'ru')).toBe('во вторник 24 ноября, в 10:00 (МСК)');
  });

  test('a day of another year has its year', () => {
    const names = { today: 'Сегодня', yesterday: 'Вчера' };
    expect(dayWords(at('2026-11-22T12:00:00Z'), at('2026-11-23T12:00:00Z'), 'ru', names, true)).toBe('Вчера');
    expect(dayWords(at('2025-12-30T12:00:00Z'), at('2026-01-02T12:00:00Z'), 'ru', names, true)).toMatch(/^30 декабря 2025/);
  });
});

describe('the countdown', () => {
  const start = Date.parse('2026-11-23T09:00:00Z');
  test('runs while working time runs', () => {
    expect(countdown(promise(), start, start + 61_000, null)).toEqual({ seconds: 7139, runs: true });
  });

  test('stands while it does not', () => {
    expect(countdown(promise({ countsNow: false }), start, start + 3_600_000, null)).toEqual({ seconds: 7200, runs: false });
  });

  test('stops at closing time, even if nobody says so', () => {
    expect(countdown(promise(), start, start + 600_000, start + 60_000)).toEqual({ seconds: 7140, runs: false });
  });

  test('never goes below zero, nor up when the clock is turned back', () => {
    expect(countdown(promise({ remaining: 5 }), start, start + 60_000, null).seconds).toBe(0);
    expect(countdown(promise(), start, start - 60_000, null).seconds).toBe(7200);
  });

  test('looks like a clock', () => {
    expect([0, 59, 3599, 3600, 64_800].map(clockFace)).toEqual(['00:00', '00:59', '59:59', '1:00:00', '18:00:00']);
  });
});
