// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { all, box, button, clock, drawn, given, look, mine, mode, opened, press, server, show, type, useDesk, words, write } from './deskHarness';
import { hubException } from './fakes';
import { agentTicket, deskView, message, ticketEvent } from './samples';

useDesk();

describe('a ticket', () => {
  test('can be read without being taken, and nothing can be sent meanwhile', async () => {
    await show();
    await look(1);
    expect(all('message')[0]?.textContent).toContain('Вопрос 2');
    expect(words()).toContain('Вы читаете');
    expect(document.querySelector('textarea')).toBeNull();
    expect(all('ticket-number')[0]?.textContent).toBe('IS-2026-000102');
    expect(all('promise')[0]?.textContent).toContain('до вторника 24 ноября, 16:00 (МСК)');
    await press('Взять в работу');
    expect(server.called('Take')).toEqual([[{ ticket: 't2' }]]);
    expect(document.activeElement).toBe(box());
  });

  test('take next opens it and puts it among mine', async () => {
    await show();
    await press('Взять следующую');
    expect(all('ticket-number')[0]?.textContent).toBe('IS-2026-000101');
    const list = [...document.querySelectorAll('section')].find((each) => each.getAttribute('aria-label') === 'Мои заявки');
    expect(list?.textContent).toContain('IS-2026-000101');
  });

  test.each([
    ['queue-empty', 'Очередь пуста: брать пока нечего.'],
    ['already-taken', 'Эту заявку уже взял другой сотрудник.'],
    ['not-eligible', 'вне рабочего времени'],
    ['something-new', 'Сервер отказал: something-new.'],
  ])('the refusal %s is said in words', async (code, text) => {
    server.answers['TakeNext'] = () => {
      throw hubException('TakeNext', code);
    };
    await show();
    await press('Взять следующую');
    expect(document.querySelector('.bar.refusal')?.textContent).toContain(text);
  });

  test('shows notes and messages merged by time and apart in kind', async () => {
    server.answers['Open'] = () =>
      opened(2, {
        messages: [message(2, { author: 'Visitor', text: 'раз', sentAt: '2026-11-23T09:00:00.000Z' }), message(3, { text: 'три', sentAt: '2026-11-23T09:02:00.000Z' })],
        lastSequence: 3,
      });
    await show();
    await look(1);
    expect([...document.querySelectorAll('[data-testid=message] .text, [data-testid=note] .text')].map(({ textContent }) => textContent)).toEqual(['раз', 'Звонили вчера', 'три']);
    expect(all('note')[0]?.textContent).toContain('Заметка для своих, клиент не видит');
  });

  test('opens from a link with its id, and once', async () => {
    location.hash = '#ticket/t3';
    await show();
    expect(all('ticket-number')[0]?.textContent).toBe('IS-2026-000103');
    expect(location.hash).toBe('');
    expect(server.called('Open')).toEqual([[{ ticket: 't3', after: 0 }]]);
  });

  test('of a visitor who signs in goes on in their thread, and what they wrote before stays readable', async () => {
    await show();
    await look(1);
    const moved = agentTicket(2, { version: 5, conversationId: 'user' });
    server.answers['Open'] = ({ after }: { after: number }) =>
      opened(2, {
        ticket: moved,
        messages: [message(1, { text: 'Другое' }), message(2, { text: 'Раньше' }), message(3, { text: 'Ответ' })].slice(after),
        lastSequence: 3,
        earlier: [message(2, { id: 'before', author: 'Visitor', text: 'До входа' })],
        events: [ticketEvent(9, 'TicketLinked')],
      });
    server.push('Ticket', moved);
    await drawn();
    expect(all('message').map((bubble) => bubble.querySelector('.text')?.textContent)).toEqual(['Другое', 'Раньше', 'Ответ', 'До входа']);
    expect(words()).toContain('Написано до входа на сайт');
  });

  test('a message that was missed between two pushes is asked for', async () => {
    await show();
    await look(1);
    server.answers['Open'] = () => opened(2, { messages: [message(3), message(4)], lastSequence: 4 });
    server.push('Messages', 't2', [message(4)]);
    await drawn();
    expect(all('message')).toHaveLength(3);
    expect(server.called('Open').at(-1)).toEqual([{ ticket: 't2', after: 2 }]);
  });

  test('a new message in a ticket that is not open is marked', async () => {
    given.view = deskView([], { mine: [mine(5)] });
    await show();
    server.push('Messages', 't5', [message(7, { author: 'Visitor' })]);
    await drawn();
    expect(document.querySelector('.chip.new')?.textContent).toBe('новое');
  });

  test('one that a colleague hands over is marked, one that we take is not', async () => {
    await show();
    server.push('Ticket', mine(5));
    await drawn();
    expect([...document.querySelectorAll('.row:has(.chip.new) .number')].map(({ textContent }) => textContent)).toEqual(['IS-2026-000105']);
    await press('Взять следующую');
    expect(document.querySelectorAll('.chip.new')).toHaveLength(1);
  });

  test('thanks need no answer', async () => {
    server.answers['EndWait'] = () => agentTicket(1, { version: 2, status: 'AwaitingCustomer', assignedTo: { id: 'a1', name: 'Оператор 1' }, promise: null });
    await show();
    await press('Взять следующую');
    await press('Ответ не нужен');
    expect(server.called('EndWait')).toEqual([[{ ticket: 't1' }]]);
    expect(words()).toContain('ответ уже дан');
    expect(button('Ответ не нужен')).toBeUndefined();
  });

  test('its events are told in words, unknown ones by their name', async () => {
    server.answers['Open'] = () =>
      opened(2, {
        events: [
          ticketEvent(1, 'TicketTaken', { byKind: 'Agent', by: 'Оператор 2' }),
          ticketEvent(2, 'KindChanged', { byKind: 'Agent', by: 'Оператор 2', detail: 'WorkStopped', text: 'со слов по телефону' }),
          ticketEvent(3, 'Reacted', { byKind: 'Agent', by: 'Оператор 2', missed: true }),
          ticketEvent(4, 'TicketReleased', { byKind: 'Desk', about: 'Оператор 2', detail: 'AgentAway' }),
          ticketEvent(5, 'SomethingNew'),
        ],
      });
    await show();
    await look(1);
    expect([...document.querySelectorAll('.history li > span')].map(({ textContent }) => textContent).reverse()).toEqual([
      'Взята в работу — Оператор 2',
      'Вид теперь «Работа встала» — Оператор 2: со слов по телефону',
      'Ответ дан с опозданием — Оператор 2',
      'Вернулась в очередь: Оператор 2 не на месте',
      'Событие SomethingNew',
    ]);
    expect([...document.querySelectorAll('.event')].map((event) => event.textContent.replace(/ · .*/, ''))).toEqual(['Взята в работу — Оператор 2', 'Вернулась в очередь: Оператор 2 не на месте']);
  });

  test('resolving takes it off the desk', async () => {
    server.answers['TakeNext'] = () => opened(1, { ticket: { ...mine(1), promise: null } });
    await show();
    await press('Взять следующую');
    await press('Решена');
    expect(server.called('Resolve')).toEqual([[{ ticket: 't1' }]]);
    expect(words()).toContain('Вы пока ничего не взяли');
    expect(words()).toContain('Заявка решена. Если клиент напишет');
  });
});

describe('writing', () => {
  beforeEach(async () => {
    await show();
    await press('Взять следующую');
  });

  test('a reply goes to the customer', async () => {
    await write('Здравствуйте');
    expect(server.called('Send')).toEqual([[{ id: 'own1', ticket: 't1', text: 'Здравствуйте', note: false, replyTo: null, attachments: null }]]);
    expect(all('message').map((entry) => entry.dataset['author'])).toEqual(['visitor', 'agent']);
  });

  test('a note goes to colleagues, and looks and sounds like one', async () => {
    await mode('note');
    expect(box().getAttribute('aria-label')).toBe('Заметка для своих, клиент не видит');
    expect(document.querySelector('.composer')?.classList.contains('is-note')).toBe(true);
    await write('Перезвонить');
    expect(server.called('Send')).toEqual([[{ id: 'own1', ticket: 't1', text: 'Перезвонить', note: true, replyTo: null, attachments: null }]]);
    expect(all('note').at(-1)?.textContent).toContain('Перезвонить');
    expect(all('message')).toHaveLength(1);
  });

  test('what was begun as a note never turns into a reply', async () => {
    await mode('note');
    await type('не для клиента');
    await mode('reply');
    expect(box().value).toBe('');
    await mode('note');
    expect(box().value).toBe('не для клиента');
  });

  test('without a connection it waits here and leaves once', async () => {
    server.isDown = true;
    server.socket.cut();
    await write('Позже');
    expect(all('message').at(-1)?.dataset['state']).toBe('waiting');
    server.isDown = false;
    await clock.pass(60_000);
    await drawn();
    expect(server.called('Send')).toHaveLength(1);
    expect(all('message').at(-1)?.textContent).not.toContain('Отправляется');
  });
});
