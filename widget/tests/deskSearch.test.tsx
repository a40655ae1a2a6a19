// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import type { Results } from '../src/console/search/results';
import { box, drawn, hold, key, locale, press, show, status, useDesk, words } from './deskHarness';
import { agentTicket } from './samples';

useDesk();

const none: Results = { tickets: { items: [], next: null }, messages: { items: [], next: null }, clinics: { items: [], next: null }, visitors: { items: [], next: null }, upTo: null };
const found: Results = {
  ...none,
  tickets: { items: [{ ticket: agentTicket(7), subject: [{ text: 'Не печатается ', hit: false }, { text: 'счёт', hit: true }] }], next: null },
  messages: {
    items: [{ ticket: agentTicket(8), note: true, authorName: 'Оператор 2', at: '2026-11-23T09:05:00.000Z', text: [{ text: '<b>жирный</b> ', hit: false }, { text: 'счёта', hit: true }] }],
    next: 'next1',
  },
  clinics: { items: [{ id: 'c1', name: 'Клиника «Демо-1»', number: '17' }], next: null },
};

let asked: string[];
let answers: ((path: string) => [number, unknown]) | null;

beforeEach(() => {
  asked = [];
  answers = null;
  const others = fetch;
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    if (!path.startsWith('/api/search')) return others(path, init);
    asked.push(decodeURIComponent(path).replaceAll('+', ' '));
    const [code, body] = answers?.(path) ?? [200, found];
    return Promise.resolve(new Response(JSON.stringify(body), { status: code }));
  });
});

const field = () => document.querySelector<HTMLInputElement>('.search [role=searchbox]');

async function until(condition: () => boolean): Promise<void> {
  await vi.waitFor(() => expect(condition()).toBe(true), { timeout: 5_000 });
  await drawn();
}

async function open(code = 'KeyK', typed = 'k', more: KeyboardEventInit = { ctrlKey: true }, target: EventTarget = document.body): Promise<void> {
  await key(code, typed, target, more);
  await until(() => field() !== null);
}

async function seek(text: string): Promise<void> {
  const input = field() as HTMLInputElement;
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  await until(() => asked.length > 0 && !words().includes('Открываем'));
}

test('the search opens by Ctrl+K from everywhere, and by the slash where nothing is typed', async () => {
  await show();
  await open();
  expect(document.activeElement).toBe(field());
  document.querySelector<HTMLButtonElement>('dialog .icon-button')?.click();
  await drawn();
  expect(field()).toBeNull();
  await key('Slash', '.', document.body);
  await until(() => field() !== null);
});

test('a slash that is typed stays a slash, and Ctrl+K leaves the text box as it is', async () => {
  await hold();
  await key('Slash', '/', box());
  expect(field()).toBeNull();
  await open('KeyK', 'k', { ctrlKey: true }, box());
  expect(box().value).toBe('');
});

test('what is found is grouped, marked as text, and opens its ticket', async () => {
  await show();
  await open();
  await seek('счёт');
  expect([...document.querySelectorAll('.found h3')].map(({ textContent }) => textContent)).toEqual(['Заявки', 'Сообщения и заметки', 'Клиники']);
  expect([...document.querySelectorAll('.found mark')].map(({ textContent }) => textContent)).toEqual(['счёт', 'счёта']);
  expect(document.querySelector('.found b')).toBeNull();
  expect(words()).toContain('<b>жирный</b> счёта');
  expect(words()).toContain('Показано 3 результата');
  expect(document.querySelector('.found a')?.getAttribute('href')).toBe('#settings/clinics/c1');
  document.querySelector<HTMLButtonElement>('.found-line')?.click();
  await drawn();
  expect(field()).toBeNull();
  expect(words()).toContain(agentTicket(7).number);
});

test('the next page of a group comes behind the first', async () => {
  await show();
  await open();
  await seek('счёт');
  answers = () => [200, { ...none, messages: { items: [{ ...found.messages.items[0], text: [{ text: 'ещё одно', hit: false }] }], next: null } }];
  await press('Ещё: сообщения и заметки');
  await until(() => words().includes('ещё одно'));
  expect(asked.at(-1)).toBe('/api/search?text=счёт&in=messages&before=next1');
  expect(document.querySelectorAll('.found section')[1]?.querySelectorAll('li')).toHaveLength(2);
  expect(words()).not.toContain('Ещё: сообщения');
});

test('filters are sent, counted, and taken off', async () => {
  await show();
  await open();
  const choose = async (label: string, value: string) => {
    const choice = [...document.querySelectorAll('label')].find(({ textContent }) => textContent === label);
    const control = document.getElementById(choice?.htmlFor ?? '') as HTMLInputElement;
    control.value = value;
    control.dispatchEvent(new Event(control.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }));
    await drawn();
  };
  await choose('Вид', 'WorkStopped');
  await choose('По', '2026-11-23');
  await until(() => asked.length > 0);
  expect(asked.at(-1)).toBe('/api/search?kind=WorkStopped&until=2026-11-23T21:00:00.000Z');
  expect(words()).toContain('Фильтры: 2');
  await press('Сбросить фильтры');
  await until(() => !words().includes('Фильтры: 2'));
});

test('nothing found, a refusal and no connection are said in words, and can be tried again', async () => {
  await show();
  await open();
  answers = () => [200, none];
  await seek('абракадабра');
  await until(() => words().includes('Ничего не нашлось'));
  answers = () => [400, { code: 'search-too-slow' }];
  await seek('и');
  await until(() => words().includes('слишком много времени'));
  answers = () => [400, { code: 'too-many-words' }];
  await press('Повторить');
  await until(() => words().includes('Слишком много слов'));
  answers = () => [200, { ...found, upTo: '2026-11-23T09:00:00Z' }];
  await press('Повторить');
  await until(() => words().includes('написанное после 12:00'));
});

test('an answer that comes late does not replace a later one', async () => {
  await show();
  await open();
  let late: (answer: Response) => void = () => undefined;
  const slow = new Promise<Response>((resolve) => (late = resolve));
  const quick = fetch;
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => (decodeURIComponent(path).includes('первое') ? (asked.push(path), slow) : quick(path, init)));
  const input = field() as HTMLInputElement;
  input.value = 'первое';
  input.dispatchEvent(new Event('input', { bubbles: true }));
  await until(() => asked.length === 1);
  await seek('второе');
  await until(() => asked.length === 2 && words().includes('Показано'));
  late(new Response(JSON.stringify(none)));
  await drawn();
  expect(words()).toContain('Показано 3 результата');
});

test('in English too', async () => {
  locale.value = 'en';
  status['/api/search'] = [200, found];
  await show();
  await open();
  await seek('invoice');
  await until(() => words().includes('Messages and notes'));
  expect(words()).toContain('3 results shown');
});
