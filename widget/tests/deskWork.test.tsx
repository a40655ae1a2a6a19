// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import type { Availability } from '../src/contract/hubs';
import { box, button, drawn, given, hold, key, look, mine, opened, preferences, press, server, show, type, useDesk, words, write } from './deskHarness';
import { hubException } from './fakes';
import { agentTicket, deskView, queueItem } from './samples';

useDesk();

const colleague = (n: number, availability: Availability = 'Online') => ({ id: `a${n}`, name: `Оператор ${n}`, availability });
const dialog = () => document.querySelector('dialog');
describe('what is done with a ticket', () => {
  test('another kind is chosen, explained to colleagues and confirmed', async () => {
    server.answers['ChangeKind'] = () => ({ ...mine(1), version: 2, kind: 'Training' });
    await hold();
    await press('сменить');
    [...document.querySelectorAll<HTMLInputElement>('dialog input[type=radio]')][4]?.click();
    await drawn();
    await press('Сменить вид');
    expect(server.called('ChangeKind')).toEqual([[{ ticket: 't1', kind: 'Training', reason: null }]]);
    expect(dialog()).toBeNull();
    expect(document.querySelector('.details')?.textContent).toContain('Обучение');
  });

  test('a claim is confirmed with one press', async () => {
    server.answers['Open'] = () => opened(1, { ticket: agentTicket(1, { claim: { kind: 'WorkStopped', at: '2026-11-23T09:00:00Z', byVisitor: true, counts: true } }) });
    server.answers['ConfirmCriticality'] = () => agentTicket(1, { version: 2, criticality: 'Confirmed' });
    await show();
    await look(0);
    expect(document.querySelector('.claim-box')?.textContent).toContain('Клиент сообщил: «Работа встала»');
    await press('Подтвердить');
    expect(server.called('ConfirmCriticality')).toEqual([[{ ticket: 't1' }]]);
    expect(document.querySelector('.claim-box')).toBeNull();
  });

  test('a clinic whose address it is stands there as a question, which a key answers and a button takes back', async () => {
    const proposal = { id: 'c1', name: 'Улыбка', confirmed: null };
    server.answers['Open'] = () => opened(1, { ticket: agentTicket(1, { clinic: null, clinicProposal: proposal }) });
    server.answers['ConfirmClinic'] = () => agentTicket(1, { version: 2, clinicProposal: { ...proposal, confirmed: true } });
    server.answers['DeclineClinic'] = () => agentTicket(1, { version: 3, clinic: null, clinicProposal: { ...proposal, confirmed: false } });
    await show();
    await look(0);
    await vi.waitFor(() => expect(words()).toContain('Пишут с адреса клиники: Улыбка. Это она?'));
    await key('KeyY', 'н');
    expect(server.called('ConfirmClinic')).toEqual([[{ ticket: 't1' }]]);
    expect(words()).not.toContain('Пишут с адреса');
    await key('KeyY', 'н');
    await press('Это не она');
    expect(words()).toContain('Писали с адреса клиники: Улыбка. Это не она.');
    expect([server.called('ConfirmClinic').length, server.called('DeclineClinic')]).toEqual([1, [[{ ticket: 't1' }]]]);
  });

  test('it is rejected with a reason only, and a refusal leaves the reason where it is', async () => {
    server.answers['Open'] = () => opened(1, { ticket: agentTicket(1, { claim: { kind: 'CriticalError', at: '2026-11-23T09:00:00Z', byVisitor: true, counts: false } }) });
    server.answers['RejectCriticality'] = () => {
      throw hubException('RejectCriticality', 'text-too-long');
    };
    await show();
    await look(0);
    expect(words()).toContain('Решение за вами');
    await press('Отклонить…');
    expect(button('Отклонить')?.disabled).toBe(true);
    await type('Работает');
    await press('Отклонить');
    expect(server.called('RejectCriticality')).toEqual([[{ ticket: 't1', reason: 'Работает' }]]);
    expect(box().value).toBe('Работает');
    expect(document.querySelector('.bar.refusal')?.textContent).toContain('слишком длинное');
  });

  test('it is handed to a colleague on duty, never to oneself', async () => {
    given.view = deskView([], { present: [colleague(1), colleague(2), colleague(3, 'Away')] });
    server.answers['Transfer'] = () => ({ ...mine(1), version: 2, assignedTo: { id: 'a2', name: 'Оператор 2' } });
    await hold();
    await press('Передать…');
    expect([...(dialog()?.querySelectorAll('.people button') ?? [])].map(({ textContent }) => textContent)).toEqual(['Оператор 2']);
    await press('Оператор 2');
    expect(server.called('Transfer')).toEqual([[{ ticket: 't1', to: 'a2' }]]);
    expect(words()).toContain('Заявкой занимается Оператор 2.');
    expect(words()).toContain('Вы пока ничего не взяли');
  });

  test('it goes back to the queue, and a resolved one is opened again', async () => {
    server.answers['Release'] = () => agentTicket(1, { version: 2 });
    await hold();
    await press('Вернуть в очередь');
    expect(button('Взять в работу')).toBeDefined();
    server.push('Ticket', agentTicket(1, { version: 3, status: 'Resolved', promise: null }));
    await drawn();
    server.answers['Reopen'] = () => agentTicket(1, { version: 4, status: 'AwaitingCustomer', promise: null });
    await press('Открыть снова');
    expect(server.called('Reopen')).toEqual([[{ ticket: 't1' }]]);
    expect(button('Открыть снова')).toBeUndefined();
  });

  test('whoever does not hold it writes notes and nothing else', async () => {
    await show();
    await look(1);
    expect(document.querySelector('textarea')).toBeNull();
    await press('Заметка');
    expect(document.querySelector('input[type=radio]')).toBeNull();
    await write('Это по моей части');
    expect(server.called('Send')).toEqual([[{ id: 'own1', ticket: 't2', text: 'Это по моей части', note: true, replyTo: null, attachments: null }]]);
  });
});

describe('the agent', () => {
  const field = () => document.querySelector<HTMLSelectElement>('.availability') as HTMLSelectElement;
  const say = async (value: string) => {
    field().value = value;
    field().dispatchEvent(new Event('change', { bubbles: true }));
    await drawn();
  };

  test('says to be away, which colleagues read and the next ticket knows', async () => {
    given.view = deskView([queueItem(1)], { present: [colleague(1), colleague(2, 'Away')] });
    server.answers['SetAvailability'] = () => [colleague(1, 'Away'), colleague(2, 'Away')];
    server.answers['TakeNext'] = () => {
      throw hubException('TakeNext', 'you-are-away');
    };
    await show();
    expect([...field().options].map(({ value }) => value)).toEqual(['Online', 'Away']);
    expect(document.querySelector('.duty')?.textContent).toBe('На смене: Оператор 1 · Не на месте: Оператор 2');
    await say('Away');
    expect(server.called('SetAvailability')).toEqual([[{ availability: 'Away' }]]);
    expect(document.querySelector('.duty')?.textContent).toBe('На смене: никого · Не на месте: Оператор 1, Оператор 2');
    await press('Взять следующую');
    expect(document.querySelector('.bar.refusal')?.textContent).toContain('Ваш статус');
  });

  test('may be on paid duty with that right, and what is refused is not shown', async () => {
    given.view = deskView([], { me: { id: 'a1', name: 'Оператор 1', roles: ['Agent'], paidSupport: true } });
    server.answers['SetAvailability'] = () => {
      throw hubException('SetAvailability', 'not-eligible');
    };
    await show();
    await say('PaidDuty');
    expect(field().value).toBe('Online');
  });

  test('hands over what is chosen, each with a note of what is open', async () => {
    given.view = deskView([], { mine: [mine(1), mine(2), { ...mine(3), status: 'AwaitingCustomer', promise: null }], present: [colleague(1), colleague(2)] });
    server.answers['HandOver'] = () => [mine(2)];
    await show();
    await press('Сдать смену…');
    const [, second] = dialog()?.querySelectorAll<HTMLInputElement>('input[type=checkbox]') ?? [];
    second?.click();
    const to = dialog()?.querySelector('select') as HTMLSelectElement;
    to.value = 'a2';
    to.dispatchEvent(new Event('change', { bubbles: true }));
    const [note] = dialog()?.querySelectorAll<HTMLInputElement>('.handed-note') ?? [];
    if (!note) throw new Error('no note');
    note.value = '';
    note.dispatchEvent(new Event('input', { bubbles: true }));
    await drawn();
    expect(button('Сдать 2 заявки')?.disabled).toBe(true);
    note.value = 'Ждёт счёт';
    note.dispatchEvent(new Event('input', { bubbles: true }));
    await drawn();
    await press('Сдать 2 заявки');
    expect(server.called('HandOver')).toEqual([[{ tickets: [{ ticket: 't1', note: 'Ждёт счёт' }, { ticket: 't3', note: 'Ждём клиента' }], to: 'a2' }]]);
    expect(dialog()).toBeNull();
    expect([...document.querySelectorAll('.queue-pane section')].map((part) => part.querySelector('.count')?.textContent)).toContain('1');
  });
});

describe('keys', () => {
  test('work by their place, whatever the layout', async () => {
    await show();
    await key('KeyA', 'ф');
    expect(server.called('TakeNext')).toHaveLength(1);
  });

  test('leaf through the lists without falling into the text box', async () => {
    given.view = deskView([queueItem(2)], { mine: [mine(5)] });
    await show();
    await key('KeyJ', 'j');
    await key('KeyJ', 'j');
    await key('KeyJ', 'j');
    expect(server.called('Open').map(([request]) => (request as { ticket: string }).ticket)).toEqual(['t5', 't2']);
    await key('KeyK', 'k');
    expect(document.activeElement?.tagName).not.toBe('TEXTAREA');
  });

  test('rest while somebody types, while a dialog is open, and with Ctrl', async () => {
    await hold({ promise: null });
    await key('KeyE', 'e', box());
    await key('KeyE', 'e', document.body, { ctrlKey: true });
    await key('Slash', '?', document.body, { shiftKey: true });
    expect(dialog()?.textContent).toContain('Взять следующую');
    await key('KeyE', 'e');
    expect(server.called('Resolve')).toHaveLength(0);
  });

  test('can be turned off, but for the one that turns them on', async () => {
    await hold({ promise: null });
    await key('Digit7', '?', document.body, { shiftKey: true });
    dialog()?.querySelector('input')?.click();
    await drawn();
    expect(preferences.keys.value).toBe(false);
    dialog()?.close();
    await drawn();
    await key('KeyE', 'e');
    expect(server.called('Resolve')).toHaveLength(0);
    await key('Slash', '?', document.body, { shiftKey: true });
    expect(dialog()).not.toBeNull();
  });

  test('open another dialog as soon as one is gone, and its late close takes nothing away', async () => {
    await hold();
    await key('KeyV', 'v');
    const first = dialog();
    first?.dispatchEvent(new Event('cancel'));
    await drawn();
    await key('KeyP', 'p');
    // Browsers say it with the next frame.
    first?.dispatchEvent(new Event('close'));
    await drawn();
    expect(dialog()?.textContent).toContain('Передать коллеге');
  });

  test('work before a browser has said that it closed a dialog by itself', async () => {
    await hold();
    await key('KeyP', 'p');
    const first = dialog();
    first?.removeAttribute('open');
    await key('KeyU', 'u');
    first?.dispatchEvent(new Event('close'));
    await drawn();
    expect(dialog()?.open).toBe(true);
    expect(dialog()).not.toBe(first);
  });

  test('do what the buttons do', async () => {
    server.answers['EndWait'] = () => ({ ...mine(1), version: 2, promise: null });
    server.answers['Resolve'] = () => ({ ...mine(1), version: 3, status: 'Resolved', promise: null });
    await hold();
    await key('KeyW', 'w');
    await key('KeyE', 'e');
    expect([server.called('EndWait'), server.called('Resolve')]).toEqual([[[{ ticket: 't1' }]], [[{ ticket: 't1' }]]]);
    await key('KeyV', 'v');
    expect(dialog()).toBeNull();
  });
});
