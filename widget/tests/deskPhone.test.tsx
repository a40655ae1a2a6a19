// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { CallView } from '../src/contract/hubs';
import { all, drawn, given, hold, key, opened, posts, press, server, show, useDesk, words } from './deskHarness';
import { agentTicket, deskView, ticketEvent } from './samples';
import { answer, fill, labelled } from './settingsHarness';

useDesk();

async function fetched(): Promise<void> {
  for (let i = 0; i < 40; i++) await drawn();
}

const ringing: CallView = {
  id: 'k1',
  number: '+7 495 123-45-67',
  tel: 'tel:+74951234567',
  state: 'Ringing',
  missed: false,
  at: '2026-11-23T09:00:00.000Z',
  seconds: null,
  name: 'Регистратура',
  clinics: [{ id: 'c1', name: 'Клиника 1', tariff: 'Базовый', plan: 'Standard' }],
  tickets: [{ id: 't4', number: 'IS-2026-000104', preview: 'Вопрос 4', status: 'Waiting', holder: null }],
};

test('one key opens the note of a call with all that is known, and Ctrl+Enter saves it; what was written stays after a refusal', async () => {
  answer('/api/tickets/t1/phones', [{ number: '8 495 765-43-21', tel: 'tel:+74957654321', name: null }]);
  await hold();
  await key('KeyL', 'д');
  await fetched();
  expect(labelled('Номер').value).toBe('8 495 765-43-21');
  expect(words()).toContain('Это ответ клиенту');
  document.querySelector<HTMLInputElement>('.call-form .check input')?.click();
  await drawn();
  expect(words()).toContain('На срок ответа не влияет.');
  await fill('Длительность', 'пять');
  const text = document.querySelector<HTMLTextAreaElement>('.call-form textarea') as HTMLTextAreaElement;
  await key('Enter', 'Enter', text, { ctrlKey: true });
  expect(words()).toContain('Длительность так: 5 или 5:30.');
  expect(posts).toEqual([]);
  await fill('Длительность', '1:35');
  answer('/api/tickets/t1/calls', { code: 'ticket-not-open' }, 409);
  await key('Enter', 'Enter', text, { metaKey: true });
  await fetched();
  expect(words()).toContain('Заявка уже решена: звонок к ней не записать.');
  answer('/api/tickets/t1/calls', agentTicket(1));
  await key('Enter', 'Enter', text, { ctrlKey: true });
  await fetched();
  const [first, second] = posts.map(([, body]) => body as Record<string, unknown>);
  expect(second).toMatchObject({ direction: 'Outgoing', number: '8 495 765-43-21', reached: false, learnt: '', seconds: 95, call: null });
  expect(second?.['id']).toBe(first?.['id']);
  expect(document.querySelector('dialog')).toBeNull();
});

test('who calls is a card that takes no focus: one press opens the ticket, one logs the call on it, one hides it here', async () => {
  given.view = deskView([], { calls: [ringing, { ...ringing, id: 'k2', number: null, tel: null, clinics: [], tickets: [], name: null, state: 'Ended', missed: true }] });
  await show();
  await fetched();
  expect(all('call').map(({ textContent }) => textContent)).toEqual([
    expect.stringMatching(/Звонят.*\+7 495 123-45-67 Регистратура.*Клиника 1.*IS-2026-000104/),
    expect.stringMatching(/Пропущенный звонок.*номер скрыт.*неизвестен/),
  ]);
  expect(document.activeElement).toBe(document.body);
  document.querySelector<HTMLButtonElement>('[aria-label="Скрыть звонок: номер скрыт"]')?.click();
  await drawn();
  expect(all('call')).toHaveLength(1);
  server.answers['Open'] = () => opened(4, { events: [ticketEvent(1, 'CallLogged', { detail: 'IncomingMissed', about: '8 495', by: 'Оператор 2', byKind: 'Agent', text: '' })] });
  answer('/api/tickets/t4/phones', []);
  await press('Записать');
  await fetched();
  expect(labelled('Номер').value).toBe('+7 495 123-45-67');
  expect([...document.querySelectorAll<HTMLInputElement>('.call-direction input')].map(({ checked }) => checked)).toEqual([false, true]);
  expect(all('call-note')[0]?.textContent).toContain('Входящий звонок 8 495, не поговорили — Оператор 2');
});
