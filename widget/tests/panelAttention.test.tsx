// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import type { KindOffer, SendRequest } from '../src/contract/hubs';
import { keepFocusInside } from '../src/chat/keepFocusInside';
import { all, box, clock, conversation, drawn, fills, given, named, server, show, usePanel, words, write } from './panelHarness';
import { joinReply, message, offers, visitorTicket } from './samples';

usePanel();

const own = (sequence: number) => message(sequence, { author: 'Visitor', authorName: null });
const states = () => [...document.querySelectorAll<HTMLElement>('.delivery')].map(({ dataset }) => dataset['state']);
const kindsShown = async (changes: KindOffer[] = offers) => {
  server.answers['Kinds'] = () => changes;
  await show();
  await conversation.askKinds();
  await drawn();
};
const offered = () => all('offered-promise')[0]?.textContent;
const unfold = async () => {
  if (document.querySelector('.kinds-list') === null) document.querySelector<HTMLElement>('.kinds-toggle')?.click();
  await vi.waitFor(() => expect(document.querySelector('.kinds-list')).not.toBeNull());
};
async function choose(label: string): Promise<void> {
  await unfold();
  [...document.querySelectorAll<HTMLLabelElement>('.kind')].find((kind) => kind.textContent.startsWith(label))?.querySelector('input')?.click();
  await drawn();
}

describe('how far one has read', () => {
  test('an own message is delivered, then read, in words under the last and in a mark on each', async () => {
    given.stored = [own(1), own(2)];
    await show();
    expect(states()).toEqual(['saved', 'saved']);
    server.push('Read', { side: 'Agent', sequence: 1 });
    await drawn();
    expect(states()).toEqual(['read', 'saved']);
    expect(document.querySelector('.state')?.textContent).toBe('Доставлено');
    server.push('Read', { side: 'Agent', sequence: 2 });
    await drawn();
    expect(document.querySelector('.state')?.textContent).toBe('Прочитано');
  });

  test('is found again after a reload, and never goes back', async () => {
    given.stored = [own(1)];
    server.answers['Join'] = () => joinReply(given.stored, { reads: [{ side: 'Agent', sequence: 1 }] });
    await show();
    server.push('Read', { side: 'Agent', sequence: 0 });
    await drawn();
    expect(states()).toEqual(['read']);
  });

  test('is told to the desk once, and again if it was lost on the way', async () => {
    given.stored = [message(1), message(2)];
    await show();
    server.isSilent = true;
    conversation.attention.saw(2);
    await clock.pass(21_000);
    server.isSilent = false;
    conversation.attention.saw(2);
    await drawn();
    conversation.attention.saw(2);
    conversation.attention.saw(1);
    expect(server.called('Read')).toEqual([[{ sequence: 2 }], [{ sequence: 2 }]]);
  });
});

describe('typing', () => {
  test('of an agent is shown by name, dies by itself, and ends with the answer', async () => {
    await show();
    server.push('Typing', 'Сотрудник М', true);
    await drawn();
    expect(all('typist')[0]?.textContent).toBe('Сотрудник М печатает');
    await clock.pass(6_100);
    await drawn();
    expect(all('typist')[0]?.textContent).toBe('');
    server.push('Typing', 'Сотрудник М', true);
    given.stored = [message(1)];
    server.push('Messages', [message(1)]);
    await drawn();
    expect(all('typist')[0]?.textContent).toBe('');
  });

  test('of the visitor is told now and then, and its end at once', async () => {
    await show();
    const type = async (text: string) => {
      box().value = text;
      box().dispatchEvent(new Event('input', { bubbles: true }));
      await drawn();
    };
    await type('З');
    await type('Зд');
    await clock.pass(3_100);
    await type('Здр');
    await type('');
    await type('');
    expect(server.called('Typing').map(([request]) => (request as { active: boolean }).active)).toEqual([true, true, false]);
  });
});

describe('the kind of a request', () => {
  test('need not be chosen: nothing said is a question, and its promise is shown before it is sent', async () => {
    await kindsShown();
    expect(offered()).toBe('Ответим до вторника 24 ноября, 16:00 (МСК)');
    given.ticket = visitorTicket();
    await write('Как распечатать договор?');
    expect((server.called('Send')[0]?.[0] as SendRequest).kind).toBeNull();
    expect(all('offered-promise')).toHaveLength(0);
  });

  test('chosen shows the promise that the server gave for it, and who has to confirm it', async () => {
    await kindsShown();
    await choose('Серьёзная ошибка');
    expect(offered()).toBe('Ответим сегодня до 14:00 (МСК)');
    await vi.waitFor(() => expect(words()).toMatch(/срочность подтвердит сотрудник: так велит п\.\s2\.2\.3 регламента/));
    await write('Нет связи с облаком');
    expect((server.called('Send')[0]?.[0] as SendRequest).kind).toBe('CriticalError');
  });

  test('that costs, or that must be confirmed first, says so', async () => {
    await kindsShown(offers.map((offer) => (offer.kind === 'WorkStopped' ? { ...offer, confirmation: 'First' } : offer)));
    await choose('Обучение');
    expect(words()).toContain('Это платная услуга');
    await choose('Работа встала');
    await vi.waitFor(() => expect(words()).toContain('Сначала срочность подтвердит сотрудник'));
  });

  test('that the customer’s tariff does not serve is offered in that tariff’s own words, a claim too', async () => {
    await kindsShown(offers.map((offer) => (offer.kind === 'Question' ? offer : { ...offer, scope: 'OfferPaid', offer: 'Подключим за отдельную плату.' })));
    expect(words()).not.toContain('Подключим');
    for (const kind of ['Обучение', 'Работа встала']) {
      await choose(kind);
      expect(words()).toContain('Подключим за отдельную плату.');
      expect(words()).not.toMatch(/платная услуга|срочность подтвердит/);
    }
  });

  test('that nobody serves is not offered', async () => {
    await kindsShown();
    await unfold();
    expect(document.querySelectorAll('.kind')).toHaveLength(5);
  });

  test('is not asked for once a ticket is open, and is again after that is closed', async () => {
    given.ticket = visitorTicket();
    await kindsShown();
    expect(all('offered-promise')).toHaveLength(0);
    server.push('Ticket', visitorTicket({ version: 2, status: 'Closed', promise: null, place: null }));
    await drawn();
    expect(all('offered-promise')).toHaveLength(1);
  });

  test('writing does not wait for it: without the server’s answer there is no choice and the message goes', async () => {
    server.answers['Kinds'] = () => {
      throw new Error('trouble');
    };
    await show();
    await conversation.askKinds();
    await write('Ау');
    expect(given.stored.map(({ text }) => text)).toEqual(['Ау']);
  });
});

describe('the log', () => {
  test('keeps what one person writes in a row together, under one name', async () => {
    given.stored = [message(1), message(2), own(3), message(4), message(5, { sentAt: '2026-11-23T09:20:00.000Z' })];
    await show();
    expect(all('message').map((bubble) => bubble.classList.contains('follows'))).toEqual([false, true, false, false, false]);
    expect([...document.querySelectorAll('.author')].map(({ textContent }) => textContent)).toEqual(['Оператор 1', 'Оператор 1', 'Оператор 1']);
  });

  test('announces what is new and not what one has written oneself', async () => {
    given.stored = [message(1), own(2)];
    await show();
    expect(all('message').map((bubble) => bubble.getAttribute('aria-live'))).toEqual([null, 'off']);
  });

  test('the ticket’s changes are announced from a place that is always there', async () => {
    given.ticket = visitorTicket();
    await show();
    const status = document.querySelector('.ticket [role=status]');
    server.push('Ticket', visitorTicket({ version: 2, place: { ahead: 0, more: false, lane: 'Critical', reason: 'RestoreWorkClaimed', critical: 0 }, criticality: 'Claimed' }));
    await drawn();
    expect(document.querySelector('.ticket [role=status]')).toBe(status);
    expect(status?.textContent).toContain('Вы следующий в очереди · вне очереди: дело срочное');
    expect(status?.textContent).toContain('Срочность подтвердит сотрудник');
  });
});

describe('a panel that fills the window', () => {
  const tab = (shiftKey = false) => {
    const event = new KeyboardEvent('keydown', { key: 'Tab', shiftKey, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
    return event.defaultPrevented;
  };

  test('keeps the Tab key inside; one beside the page lets it out', async () => {
    HTMLElement.prototype.checkVisibility ??= () => true;
    keepFocusInside(fills);
    await show();
    // An opened panel puts the focus there, which must not come in between.
    await vi.waitFor(() => expect(document.activeElement).toBe(box()));
    const first = named('Ещё');
    first?.focus();
    expect(tab(true)).toBe(false);
    fills.value = true;
    await drawn();
    expect(tab(true)).toBe(true);
    expect(document.activeElement).toBe(box());
    expect(tab()).toBe(true);
    expect(document.activeElement).toBe(first);
  });
});
