// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { box, conversation, drawn, given, named, server, show, usePanel, words, write } from './panelHarness';
import { visitorTicket } from './samples';

usePanel();

const receipt = { id: 'a1', title: 'Чек не печатается' };
const shift = { id: 'a2', title: 'Отчёт за смену' };
const body = [
  { kind: 'Paragraph', text: null, href: null, level: null, inside: [{ kind: 'Text', text: '<b>Проверьте</b> кабель', href: null, level: null, inside: null }] },
  { kind: 'Paragraph', text: null, href: null, level: null, inside: [{ kind: 'Link', text: null, href: 'https://i-stom.ru', level: null, inside: [{ kind: 'Text', text: 'сайт', href: null, level: null, inside: null }] }] },
];
let asked: [string, string][];
let answers: Record<string, () => unknown>;

beforeEach(() => {
  asked = [];
  answers = { search: () => [receipt, shift], a1: () => ({ ...receipt, body }), helped: () => null };
  vi.stubGlobal('fetch', (path: string, { body: sent }: RequestInit) => {
    asked.push([path, String(sent ?? '')]);
    const answer = answers[path.split('?')[0]?.split('/').at(-1) ?? '']?.();
    return Promise.resolve(answer === undefined ? new Response('', { status: 500 }) : new Response(JSON.stringify(answer), { status: 200 }));
  });
});

const type = async (text: string) => {
  box().value = text;
  box().dispatchEvent(new Event('input', { bubbles: true }));
  // The part comes when it is first wanted, and asks when the typing has paused.
  if (!given.ticket) await vi.waitFor(() => expect(asked.length).toBeGreaterThan(0));
  await drawn();
};
const press = async (name: string) => {
  named(name)?.click();
  await drawn();
};
const sent = () => server.called('Send').map(([request]) => request as { text: string; articles: unknown });

describe('the manual, before the first message', () => {
  test('is looked into while one types, read in the panel as text alone, and goes along with the message that it did not answer', async () => {
    await show();
    await type('не печатает чек');
    expect(asked).toEqual([['/api/visitor/articles/search?locale=ru', JSON.stringify({ text: 'не печатает чек' })]]);
    await press('Чек не печатается');
    expect(document.querySelector('.article')?.textContent).toContain('<b>Проверьте</b> кабель');
    expect(document.querySelector('.article b')).toBeNull();
    expect(document.querySelector('.article a')?.getAttribute('rel')).toContain('noreferrer');
    expect(document.activeElement).toBe(document.querySelector('.article'));
    await press('Нет, напишу вам');
    await vi.waitFor(() => expect(document.activeElement).toBe(box()));
    expect(box().value).toBe('не печатает чек');

    await write('не печатает чек');

    expect(sent()).toMatchObject([{ text: 'не печатает чек', articles: [{ id: 'a1', read: true }, { id: 'a2', read: false }] }]);
  });

  test('helped: the draft is gone, nothing is sent, and it is counted', async () => {
    await show();
    await type('не печатает чек');
    await press('Чек не печатается');
    await press('Да, помогло');
    expect(box().value).toBe('');
    expect(words()).toContain('Рады, что помогло');
    expect(asked.at(-1)?.[0]).toBe('/api/visitor/articles/a1/helped');
    await write('Другое');
    expect(sent()).toMatchObject([{ text: 'Другое', articles: null }]);
  });

  test('fails in silence, and keeps nobody from writing', async () => {
    delete answers['search'];
    await show();
    await type('не печатает чек');
    expect(document.querySelector('.manual li, .manual [role=alert]')).toBeNull();
    await write('не печатает чек');
    expect(sent()).toMatchObject([{ text: 'не печатает чек', articles: null }]);
  });

  test('is not asked where a ticket is open', async () => {
    given.ticket = visitorTicket();
    await show();
    await type('не печатает чек');
    expect(asked).toEqual([]);
    expect(conversation.shown).toEqual([]);
  });
});
