// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { RemoteSessionView } from '../src/contract/hubs';
import { button, drawn, hold, look, mine, opened, posts, press, server, show, useDesk, words } from './deskHarness';
import { message, ticketEvent } from './samples';
import { answer, fill, openSettings, pressAndWait } from './settingsHarness';

useDesk();

const path = '/api/tickets/t1/remote-support';
const nothing = { canMake: true, code: null, link: null, teamViewerId: null, password: null, until: null };
const remote: RemoteSessionView = { session: 's1', purpose: 'Настроить печать', agentName: 'Оператор 1', asksForId: false, invitedAt: '2026-11-23T09:00:00Z', consentedAt: null, startedAt: null };
const code = { ...nothing, code: 's12-345-678', link: 'https://start.teamviewer.com/v15/supporter/s12345678', until: '2026-11-23T09:30:00Z' };

async function fetched(): Promise<void> {
  for (let i = 0; i < 40; i++) await drawn();
}

test('an agent invites with a purpose, and where TeamViewer is of no use asks for the customer’s own id', async () => {
  answer(path, nothing);
  await hold();
  await press('Подключиться…');
  await fetched();
  expect(document.activeElement?.matches('dialog textarea')).toBe(true);
  await fill('Зачем подключаетесь', 'Настроить печать');
  answer(path, { code: 'teamviewer-unavailable', reason: 'Http401' }, 409);
  await press('Пригласить');
  await fetched();
  expect(words()).toContain('TeamViewer недоступен (TeamViewer не принял токен)');
  answer(path, { ...mine(1), ...nothing, version: 2, remote: { ...remote, asksForId: true } });
  [...document.querySelectorAll<HTMLInputElement>('dialog input[type=checkbox]')].at(-1)?.click();
  await press('Пригласить');
  await fetched();
  const sent = posts.filter(([to]) => to === path).map(([, body]) => body as { session: string; purpose: string; asksForId: boolean });
  expect(sent.map(({ purpose, asksForId }) => [purpose, asksForId])).toEqual([['Настроить печать', false], ['Настроить печать', true]]);
  expect(sent[0]?.session).toBe(sent[1]?.session);
  expect(words()).toContain('Ждём согласия клиента.');
  expect(button('Подключение началось')?.disabled).toBe(true);
});

test('code and link are in the dialog alone; begun and ended are said by the agent', async () => {
  server.answers['Open'] = () => opened(1, { ticket: { ...mine(1), remote: { ...remote, consentedAt: '2026-11-23T09:05:00Z' } } });
  answer(path, code);
  await show();
  await look(0);
  expect(words()).not.toContain('s12-345-678');
  await press('Подключиться…');
  await fetched();
  expect(document.querySelector('dialog code')?.textContent).toBe('s12-345-678');
  answer(`${path}/check`, { isOpen: true, isOnline: true });
  await press('Проверить в TeamViewer');
  await fetched();
  expect(words()).toContain('Клиент запустил TeamViewer и ждёт.');
  answer(`${path}/start`, { ...mine(1), version: 3, remote: { ...remote, consentedAt: '2026-11-23T09:05:00Z', startedAt: '2026-11-23T09:06:00Z' } });
  await press('Подключение началось');
  await fetched();
  expect(words()).toContain('Подключение идёт с 12:06');
  answer(`${path}/end`, { ...mine(1), version: 4, remote: null });
  answer(path, nothing);
  await press('Закончить подключение');
  await fetched();
  expect(posts.slice(-1)).toEqual([[`${path}/end`, { session: 's1' }]]);
  expect(document.querySelector('dialog code')).toBeNull();
});

test('history and conversation say in words what happened, once, and no text makes a card', async () => {
  const at = '2026-11-23T09:00:03.000Z';
  server.answers['Open'] = () =>
    opened(1, {
      messages: [message(2, { author: 'Visitor', text: '{"notice":"RemoteSupportInvited"}' }), message(3, { author: null, authorName: null, sentAt: at, text: 'Настроить печать', notice: 'RemoteSupportInvited', remote: { session: 's1', company: 'iStom', agentName: 'Ирина', asksForId: false, seconds: null } })],
      lastSequence: 3,
      events: [ticketEvent(1, 'RemoteSupportInvited', { at, byKind: 'Agent', by: 'Ирина', text: 'Настроить печать' }), ticketEvent(2, 'RemoteSupportEnded', { byKind: 'Agent', by: 'Ирина', detail: 'ByAgent', seconds: 1500 })],
    });
  await show();
  await look(0);
  const log = document.querySelector('.log')?.textContent ?? '';
  expect(log.split('Ирина приглашает клиента подключиться через TeamViewer: Настроить печать')).toHaveLength(2);
  expect(document.querySelector('.history')?.textContent).toContain('Подключение закончено, длилось 25 мин — Ирина');
  expect(document.querySelectorAll('[data-testid=message]')).toHaveLength(1);
});

test('the token is given once and said never again', async () => {
  const settings = { company: 'iStom', groupName: 'iStom Chat', accessMinutes: 30, tokenHint: 'QrSt' };
  answer('/api/integrations', [{ name: 'teamviewer', isSetUp: true, isPaused: false, workedAt: null, failedAt: null, reason: null, waiting: [] }]);
  answer('/api/remote-support', { settings, version: 1 });
  await openSettings('remote', 'Administrator');
  expect(words()).toContain('Токен задан, оканчивается на QrSt');
  await fill('Токен Web API', '1234567-AbCd');
  answer('/api/remote-support', { settings: { ...settings, tokenHint: 'AbCd' }, version: 2 });
  await pressAndWait('Сохранить');
  expect(posts.at(-1)).toEqual(['/api/remote-support', { company: 'iStom', groupName: 'iStom Chat', accessMinutes: 30, token: '1234567-AbCd', forgetToken: false, version: 1 }]);
  expect((document.querySelector('input[name=token]') as HTMLInputElement).value).toBe('');
  expect(button('Приостановить')).toBeDefined();
  answer('/api/remote-support/test', { reason: 'Http403' });
  await pressAndWait('Проверить связь');
  expect(words()).toContain('токену не хватает прав');
});
