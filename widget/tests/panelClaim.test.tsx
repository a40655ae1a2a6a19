// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import { box, drawn, given, named, server, show, usePanel, words } from './panelHarness';
import { message, visitorTicket } from './samples';

usePanel();

const claimed = visitorTicket({ version: 2, criticality: 'Claimed', kind: 'WorkStopped' });
const summary = () => [...document.querySelectorAll('summary')].find(({ textContent }) => textContent === 'дело срочное?');

async function unfold(): Promise<void> {
  summary()?.click();
  const details = summary()?.parentElement as HTMLDetailsElement;
  details.open = true;
  details.dispatchEvent(new Event('toggle'));
  await vi.waitFor(() => expect(document.querySelector('.claim')).not.toBeNull());
  await drawn();
}

const press = async (kind: string) => {
  [...document.querySelectorAll<HTMLElement>('.claim')].find(({ textContent }) => textContent.startsWith(kind))?.click();
  await drawn();
};

describe('that the open ticket is urgent', () => {
  test('is said in two steps, with what follows told before; then the writing goes on', async () => {
    given.ticket = visitorTicket({ status: 'InProgress', place: null });
    server.answers['Claim'] = () => claimed;
    await show();
    expect(server.called('Kinds')).toHaveLength(0);
    await unfold();
    expect(words()).toMatch(/Срок пойдёт сразу, а\sсрочность подтвердит сотрудник/);
    expect(server.called('Claim')).toHaveLength(0);
    box().blur();
    await press('Работа встала');
    expect(server.called('Claim')).toEqual([[{ kind: 'WorkStopped' }]]);
    expect(document.querySelector('.ticket [role=status]')?.textContent).toContain('Срочность подтвердит сотрудник.');
    expect(summary()).toBeUndefined();
    await vi.waitFor(() => expect(document.activeElement).toBe(box()));
  });

  test('may be refused, in words', async () => {
    given.ticket = visitorTicket();
    server.answers['Claim'] = () => {
      throw new Error('{"code":"claim-already-open","detail":{}}');
    };
    await show();
    await unfold();
    await press('Серьёзная ошибка');
    expect(document.querySelector('.ticket [role=alert]')?.textContent).toMatch(/в\sдругой заявке/);
    expect(summary()).toBeDefined();
  });

  test.each([
    ['Claimed', 'Waiting'],
    ['Confirmed', 'InProgress'],
    ['Normal', 'Resolved'],
    ['Rejected', 'Closed'],
  ] as const)('is not asked where it is %s and %s', async (criticality, status) => {
    given.ticket = visitorTicket({ criticality, status });
    await show();
    expect(summary()).toBeUndefined();
  });

  test('cannot be said without a connection', async () => {
    given.ticket = visitorTicket();
    await show();
    await unfold();
    server.socket.cut();
    await drawn();
    expect([...document.querySelectorAll<HTMLButtonElement>('.claim')].map(({ disabled }) => disabled)).toEqual([true, true]);
  });
});

describe('what staff decided', () => {
  test('stands in the thread, with the reason as text', async () => {
    const notice = { author: null, authorName: null, ticketNumber: 'IS-2026-000123' } as const;
    given.stored = [
      message(1, { ...notice, notice: 'CriticalityRejected', text: 'Печать работает: <b>см.</b> https://support.i-stom.ru/print' }),
      message(2, { ...notice, notice: 'CriticalityConfirmed', text: null }),
    ];
    await show();
    const [no, yes] = [...document.querySelectorAll('.notice')].map(({ textContent }) => textContent.trim().replaceAll('\u00a0', ' '));
    expect(no).toBe('Срочность не подтвердилась, отвечаем как на вопрос. Печать работает: <b>см.</b> https://support.i-stom.ru/print');
    expect(yes).toBe('Срочность подтверждена, занимаемся вне очереди.');
    expect(document.querySelectorAll('.notice b, [data-testid=message]')).toHaveLength(0);
  });

  test('that this version cannot name is left out', async () => {
    given.stored = [message(1, { author: null, text: null, notice: 'Invented' as 'Opened' }), message(2)];
    await show();
    expect(document.querySelectorAll('.notice')).toHaveLength(0);
    expect(named('Отправить')).toBeDefined();
  });
});
