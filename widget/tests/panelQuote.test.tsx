// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { SendRequest } from '../src/contract/hubs';
import { all, box, closes, drawn, given, named, server, show, usePanel, write } from './panelHarness';
import { message } from './samples';

usePanel();
beforeEach(() => localStorage.clear());

const bubbles = () => all('message');
const quotes = () => bubbles().map((bubble) => bubble.querySelector('.quote')?.textContent ?? null);
const press = async (button: HTMLElement | null | undefined) => {
  button?.click();
  await drawn();
};
const quoteThis = () => [...document.querySelectorAll<HTMLElement>('.quote-this')];
const sent = () => server.called('Send').map(([request]) => request as SendRequest);
const own = (sequence: number, changes = {}) => message(sequence, { author: 'Visitor', authorName: null, ...changes });

describe('a quoted reply', () => {
  test('names the message that it answers, once, and shows it while it waits too', async () => {
    given.stored = [own(1, { text: 'Не печатает' }), message(2, { text: 'Проверьте\nбумагу' })];
    await show();
    await press(quoteThis()[1]);
    expect(document.querySelector('.quoting')?.textContent).toBe('Вы отвечаете на: Оператор 1 Проверьте бумагу');
    expect(document.activeElement).toBe(box());
    server.isSilent = true;
    await write('Бумага есть');
    expect(quotes().at(-1)).toBe('В ответ на: Оператор 1 Проверьте бумагу');
    expect(document.querySelector('.quoting')).toBeNull();
    expect(sent()[0]).toMatchObject({ text: 'Бумага есть', replyTo: 'm2' });
  });

  test('is kept in its place after the answer; what is not quoted quotes nothing', async () => {
    given.stored = [own(1)];
    await show();
    await press(quoteThis()[0]);
    await press(named('Не цитировать'));
    await write('Без цитаты');
    await press(quoteThis()[0]);
    await write('С цитатой');
    await write('Снова без');
    expect(sent().map(({ replyTo }) => replyTo)).toEqual([null, 'm1', null]);
    expect(quotes()).toEqual([null, null, 'В ответ на: Вы Сообщение 1', null]);
  });

  test('shows an erased message as such; one that is not loaded is looked for, comes into view and takes the focus', async () => {
    given.stored = Array.from({ length: 120 }, (_, at) => message(at + 1));
    given.stored[110] = message(111, { text: '[erased]' });
    given.stored.push(message(121, { replyTo: 'm111' }), message(122, { replyTo: 'm5' }));
    await show();
    expect(quotes().slice(-2)).toEqual(['В ответ на: Оператор 1 Сообщение удалено', 'В ответ на: Более раннее сообщение']);
    await press(bubbles().at(-1)?.querySelector<HTMLElement>('.quote'));
    await vi.waitFor(() => expect(document.activeElement?.getAttribute('data-id')).toBe('m5'));
    expect(document.activeElement?.classList).toContain('found');
    expect(quotes().at(-1)).toBe('В ответ на: Оператор 1 Сообщение 5');
  });

  test('is one stop of the Tab key; arrows go from one message to the next', async () => {
    given.stored = [message(1), message(2), message(3)];
    await show();
    expect(quoteThis().map(({ tabIndex }) => tabIndex)).toEqual([-1, -1, 0]);
    quoteThis()[2]?.focus();
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp', bubbles: true, cancelable: true }));
    expect(document.activeElement).toBe(quoteThis()[1]);
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Ответить с цитатой: Сообщение 2');
  });
});

describe('emoji', () => {
  const picker = () => document.querySelector<HTMLElement>('.emoji-picker');
  const open = async () => {
    await press(named('Эмодзи'));
    await vi.waitFor(() => expect(picker()).not.toBeNull());
    await drawn();
  };
  const shown = () => [...document.querySelectorAll<HTMLElement>('.emoji')];
  const key = async (name: string) => {
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));
    await drawn();
  };
  const seek = async (text: string) => {
    const field = picker()?.querySelector('input') as HTMLInputElement;
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await drawn();
  };

  test('are found by name, put where the cursor is, and remembered', async () => {
    await show();
    box().value = 'Спасибо!';
    box().dispatchEvent(new Event('input', { bubbles: true }));
    await drawn();
    box().setSelectionRange(7, 7);
    await open();
    expect(document.activeElement).toBe(picker()?.querySelector('input'));
    expect(shown().length).toBeGreaterThan(55);
    await seek('СПАСИБО');
    expect(shown().map((one) => one.getAttribute('aria-label'))).toEqual(['спасибо, пожалуйста']);
    await key('Enter');
    expect(box().value).toBe('Спасибо🙏!');
    expect(picker()).toBeNull();
    expect(document.activeElement).toBe(box());
    await write(box().value);
    expect(sent()[0]?.text).toBe('Спасибо🙏!');
    await open();
    expect(document.querySelector('.emoji-picker [role=group]')?.getAttribute('aria-label')).toBe('Недавние');
    expect(shown()[0]?.textContent).toBe('🙏');
  });

  test('are walked through with arrows; Escape closes them and leaves the panel open; what is not there is said', async () => {
    await show();
    await open();
    await key('ArrowDown');
    expect(document.activeElement).toBe(shown()[0]);
    await key('ArrowRight');
    expect(document.activeElement).toBe(shown()[1]);
    await key('Escape');
    expect(picker()).toBeNull();
    expect(closes, 'it is the emoji that it closes').toBe(0);
    await open();
    await seek('такого нет');
    expect(picker()?.querySelector('[role=status]')?.textContent).toBe('Ничего не нашлось.');
  });
});
