import { beforeEach, describe, expect, test, vi } from 'vitest';
import { api, troubleWords } from '../src/console/settings/kit/http';
import { Refused, ServerTrouble, Unanswered } from '../src/core/refused';
import { frameSpeech } from '../src/i18n/settings/words';

let calls: { path: string; method: string; token: string | undefined; body: unknown }[];
let token: string;
let answers: Record<string, [number, unknown]>;

beforeEach(() => {
  calls = [];
  token = 'first';
  answers = {};
  vi.stubGlobal('fetch', (path: string, { method = 'GET', headers, body }: RequestInit) => {
    const { 'x-antiforgery': shown } = headers as Record<string, string>;
    calls.push({ path, method, token: shown, body: body === undefined ? undefined : JSON.parse(String(body)) });
    if (path === '/api/account/antiforgery') return Promise.resolve(Response.json({ token }));
    const [status, answer] = answers[path] ?? [204, null];
    return Promise.resolve(new Response(status === 204 ? null : JSON.stringify(answer), { status }));
  });
});

const writes = () => calls.filter(({ method }) => method !== 'GET');

describe('the desk’s HTTP', () => {
  test('shows the token of the sign-in with every write', async () => {
    await api.put('/api/a', { name: 'x' });
    token = 'of another sign-in';
    await api.delete('/api/a');
    expect(writes()).toEqual([
      { path: '/api/a', method: 'PUT', token: 'first', body: { name: 'x' } },
      { path: '/api/a', method: 'DELETE', token: 'of another sign-in', body: {} },
    ]);
  });

  test('leaves out of a query what is empty, and escapes the rest', async () => {
    await api.get('/api/list?limit=50', { kind: '', by: null, before: undefined, q: 'ё & +', page: 0 });
    expect(calls[0]?.path).toBe('/api/list?limit=50&q=%D1%91+%26+%2B&page=0');
  });

  test('has one error for each way to fail', async () => {
    answers = { '/api/refused': [409, { code: 'changed-meanwhile', detail: { property: 'name' } }], '/api/broken': [500, { code: 'internal' }], '/api/proxy': [413, '<html>'] };
    await expect(api.get('/api/refused')).rejects.toMatchObject({ code: 'changed-meanwhile', detail: { property: 'name' } });
    await expect(api.get('/api/broken')).rejects.toBeInstanceOf(ServerTrouble);
    await expect(api.get('/api/proxy')).rejects.toMatchObject({ code: '413' });
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    await expect(api.get('/api/lost')).rejects.toBeInstanceOf(Unanswered);
  });
});

describe('what went wrong, in words', () => {
  const [ru, en] = [frameSpeech('ru'), frameSpeech('en')];
  test.each([
    [new Refused('changed-meanwhile'), 'Пока вы правили, это изменил кто-то другой. Ваши правки не сохранены.', 'Somebody else changed this while you did. Your changes are not saved.'],
    [new Refused('413'), 'Слишком много данных за раз.', 'Too much data at once.'],
    [new Refused('never-heard-of'), 'Сервер отказал: never-heard-of.', 'The server refused: never-heard-of.'],
    [new ServerTrouble('503'), 'Сервер занят. Попробуйте через минуту.', 'The server is busy. Try again in a minute.'],
    [new ServerTrouble('500'), 'На сервере сбой. Попробуйте ещё раз.', 'The server failed. Try again.'],
  ])('%o', (error, russian, english) => {
    expect([troubleWords(error, ru), troubleWords(error, en)]).toEqual([russian, english]);
  });

  test('a read that was lost lost nothing; of a write nobody knows', () => {
    expect(troubleWords(new Unanswered(), ru)).toContain('Ничего не потеряно');
    expect(troubleWords(new Unanswered(), ru, true)).toContain('неизвестно, сохранилось ли');
  });
});
