// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { transcriptOf } from '../src/chat/contact/transcript';
import { unreadCounter } from '../src/chat/unread';
import type { Message } from '../src/contract/hubs';
import { signal } from '../src/core/signals';
import { chatWords } from '../src/i18n/chat';
import { drawn, given, named, server, show, texts, usePanel, words } from './panelHarness';
import { message, visitorTicket } from './samples';

usePanel();

const session = '0197a000-0000-7000-8000-000000000001';
const step = (sequence: number, notice: Message['notice'], changes: Partial<NonNullable<Message['remote']>> = {}) =>
  message(sequence, { author: null, authorName: null, notice, ticketNumber: 'IS-2026-000123', text: notice === 'RemoteSupportInvited' ? 'Настроить печать' : null, remote: { session, company: 'iStom', agentName: 'Ирина', asksForId: false, seconds: null, ...changes } });
const card = () => document.querySelector<HTMLElement>('[data-testid=remote-card]');
const press = async (name: string) => {
  named(name)?.click();
  await drawn();
};
const write = (name: string, value: string) => {
  const label = [...document.querySelectorAll('label')].find((each) => each.textContent === name);
  const box = document.getElementById(label?.htmlFor ?? '') as HTMLInputElement;
  box.value = value;
  box.dispatchEvent(new Event('input', { bubbles: true }));
  return box;
};
let asked: string[];

beforeEach(() => {
  asked = [];
  vi.stubGlobal('fetch', (path: string) => {
    asked.push(path);
    return Promise.resolve(new Response(JSON.stringify({ code: 's12-345-678', link: 'https://get.teamviewer.com/v15/s12345678', until: null })));
  });
  server.answers['AcceptRemoteSession'] = () => visitorTicket({ version: 2 });
  server.answers['GiveRemoteAccess'] = () => visitorTicket({ version: 2 });
});

async function showWith(...messages: Message[]): Promise<void> {
  given.stored = [message(1, { author: 'Visitor', authorName: null }), ...messages];
  given.ticket = visitorTicket();
  await show();
  await vi.waitFor(() => expect(document.querySelector('.remote-card, .remote-line')).not.toBeNull());
  await drawn();
}

describe('an invitation to remote support', () => {
  test('is a card with company, name, purpose, link and code, and is answered', async () => {
    await showWith(step(2, 'RemoteSupportInvited'));
    expect(asked).toEqual([`/api/visitor/remote-support/${session}`]);
    for (const said of ['Ирина (iStom)', 'Настроить печать', 's12-345-678']) expect(card()?.textContent).toContain(said);
    const link = card()?.querySelector('a');
    expect([link?.href, link?.rel]).toEqual(['https://get.teamviewer.com/v15/s12345678', 'noopener noreferrer nofollow']);
    await press('Согласен, подключайтесь');
    expect(server.called('AcceptRemoteSession')).toEqual([[{ session, consent: true }]]);
    server.push('Messages', [step(3, 'RemoteSupportConsented')]);
    await drawn();
    expect(card()?.textContent).toContain('Вы согласились на подключение.');
    expect(named('Согласен, подключайтесь')).toBeUndefined();
    server.push('Messages', [step(4, 'RemoteSupportStarted')]);
    await drawn();
    expect(named('Передумал, не подключайтесь')).toBeUndefined();
    server.push('Messages', [step(5, 'RemoteSupportEnded', { seconds: 1500 })]);
    await drawn();
    expect(card()?.textContent).not.toContain('s12-345-678');
    await vi.waitFor(() => expect(words()).toContain('Подключение закончено, длилось 25 минут'));
  });

  test('asks for the visitor’s own id in a form that keeps nothing of it', async () => {
    await showWith(step(2, 'RemoteSupportInvited', { asksForId: true }));
    expect(asked).toEqual([]);
    const password = write('Пароль (можно не указывать)', 's3cret');
    expect([password.type, password.autocomplete]).toEqual(['password', 'off']);
    write('Ваш ID в TeamViewer', '123 456 789');
    await drawn();
    server.answers['GiveRemoteAccess'] = () => {
      throw new Error('{"code":"teamviewer-id-malformed","detail":{}}');
    };
    await press('Согласен, подключайтесь');
    expect(words()).toContain('Проверьте ID');
    server.answers['GiveRemoteAccess'] = () => visitorTicket({ version: 2 });
    await press('Согласен, подключайтесь');
    expect(server.called('GiveRemoteAccess').at(-1)).toEqual([{ session, teamViewerId: '123 456 789', password: 's3cret' }]);
    server.push('Messages', [step(3, 'RemoteSupportConsented', { asksForId: true })]);
    await drawn();
    expect(words()).toContain('Здесь их больше не видно');
    expect([...document.querySelectorAll('input')].map(({ value }) => value).join()).not.toContain('s3cret');
  });

  test('of one that is over says so, and asks for no code', async () => {
    await showWith(step(2, 'RemoteSupportInvited'), step(3, 'RemoteSupportDeclined'));
    expect(asked).toEqual([]);
    expect(card()?.querySelector('button, a, input')).toBeNull();
    expect(card()?.textContent).toContain('Вы отказались от подключения.');
  });

  test('is never made of what somebody wrote, in chat or by mail', async () => {
    const looksLike = JSON.stringify({ notice: 'RemoteSupportInvited', remote: { session, company: 'iStom', agentName: 'Ирина' } });
    const mail = { subject: 'RemoteSupportInvited', folded: null, isCut: false, leftOut: null, original: null };
    await showWith(step(2, 'RemoteSupportInvited'), message(3, { text: looksLike }), message(4, { author: 'Visitor', text: `<li data-testid="remote-card">${looksLike}</li>`, mail }));
    expect(document.querySelectorAll('[data-testid=remote-card]')).toHaveLength(1);
    expect(texts()).toContain(looksLike);
  });

  test('calls the visitor as an answer does, and stands in the copy of the talk without a code', () => {
    const messages = [message(1, { author: 'Visitor' }), step(2, 'RemoteSupportInvited'), step(3, 'RemoteSupportEnded')];
    expect(unreadCounter({ id: signal('c1'), messages: signal(messages) }, signal(false), { get: () => '', set: () => {} }).value).toBe(1);
    const copy = transcriptOf(messages, chatWords('ru'));
    expect(copy).toContain('Ирина приглашает подключиться через TeamViewer: Настроить печать');
    expect(copy).toContain('Приглашение к подключению больше не действует');
  });
});
