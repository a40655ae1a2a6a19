// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { button, drawn, hold, look, opened, posts, press, server, show, useDesk, words } from './deskHarness';
import { agentTicket, message, ticketEvent } from './samples';
import { answer, fill, labelled } from './settingsHarness';

useDesk();

const written = message(2, { id: 'm2', author: 'Visitor', authorName: null, text: 'Как закрыть смену?' });
const other = message(3, { id: 'm3', author: 'Visitor', authorName: null, text: 'И не печатает чек' });

/** A dialog's part is fetched, and what is typed is sought for after a pause of the browser's own. */
async function fetched(): Promise<void> {
  for (let i = 0; i < 40; i++) await drawn();
}

test('messages that are another matter become a ticket of their own, which comes to the front', async () => {
  await hold();
  await press('Выделить…');
  // As a browser does with a dialog that has no field yet.
  document.querySelector<HTMLElement>('.dialog-head button')?.focus();
  await fetched();
  expect(document.activeElement?.matches('dialog .opening-messages input')).toBe(true);
  expect(button('Выделить в заявку')?.disabled).toBe(true);
  const boxes = [...document.querySelectorAll<HTMLInputElement>('.opening-messages input')];
  boxes.at(-1)?.click();
  await drawn();
  expect(words()).toContain('Срок ответа пойдёт с первого отмеченного: 23 ноября, 12:00 (МСК).');
  await fill('Вид', 'WorkStopped');
  answer('/api/tickets/t1/split', { code: 'not-eligible' }, 403);
  await press('Выделить в заявку');
  await fetched();
  expect(words()).toContain('Откройте, не беря в работу.');
  answer('/api/tickets/t1/split', agentTicket(2));
  await press('Выделить в заявку');
  await fetched();
  const sent = posts.map(([, body]) => body as { id: string; messages: string[]; kind: string; take: boolean });
  expect(sent[0]).toMatchObject({ kind: 'WorkStopped', take: false });
  expect(sent[0]?.messages).toHaveLength(1);
  expect(sent[1]?.id).toBe(sent[0]?.id);
  expect(document.querySelector('dialog')).toBeNull();
  expect(document.querySelector('[data-testid=ticket-number]')?.textContent).toBe('IS-2026-000102');
});

test('a ticket that was split off shows what it is about and what it belongs to', async () => {
  server.answers['Open'] = () =>
    opened(1, { messages: [written, other], lastSequence: 3, related: [agentTicket(5)], events: [ticketEvent(1, 'TicketOpened', { byKind: 'Agent', by: 'Оператор 2', detail: 'Question', messages: ['m3'] })] });
  await show();
  await look(0);
  const marked = [...document.querySelectorAll('[data-testid=message]')].filter(({ textContent }) => textContent.includes('эта заявка'));
  expect(marked.map(({ textContent }) => textContent)).toEqual([expect.stringContaining('И не печатает чек')]);
  expect(words()).toContain('Заявка открыта: Вопрос по программе — Оператор 2');
  server.answers['Open'] = () => opened(5);
  await press('IS-2026-000105');
  expect(document.querySelector('[data-testid=ticket-number]')?.textContent).toBe('IS-2026-000105');
});

test('a ticket is opened for whoever called, by their clinic', async () => {
  answer('/api/clinics?search=%D0%9F%D0%B5%D1%80&limit=6', { items: [{ clinic: { id: 'c7', name: 'Клиника «Первая»' } }], next: null });
  answer('/api/clinics/c7/visitors?limit=100', { items: [{ id: 'v7', name: 'Пользователь', email: null }], next: null });
  answer('/api/tickets', { code: 'clinic-not-found' }, 404);
  await show();
  await press('Новое обращение…');
  await fetched();
  expect(button('Открыть заявку')?.disabled).toBe(true);
  await fill('Клиника', 'Пер');
  await fetched();
  await press('Клиника «Первая»');
  await fetched();
  expect([...(labelled('Кто обратился') as unknown as HTMLSelectElement).options].map(({ textContent }) => textContent)).toEqual(['кто-то другой', 'Пользователь']);
  await fill('Имя', 'Администратор');
  await fill('Телефон', '+7 495 000-00-00');
  await fill('Что случилось', 'Не печатает чек');
  await press('Открыть заявку');
  await fetched();
  expect(words()).toContain('Такой клиники больше нет.');
  expect(labelled('Что случилось').value).toBe('Не печатает чек');
  answer('/api/tickets', agentTicket(2));
  await press('Открыть заявку');
  await fetched();
  expect(posts.at(-1)?.[1]).toMatchObject({ clinic: 'c7', visitor: null, name: 'Администратор', phone: '+7 495 000-00-00', kind: 'Question', text: 'Не печатает чек', take: false });
  expect(document.querySelector('dialog')).toBeNull();
});
