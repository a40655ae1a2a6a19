// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { posts, status, useDesk, words } from './deskHarness';
import { agentTicket } from './samples';
import { alerts, answer, fill, labelled, openSettings, pressAndWait } from './settingsHarness';

useDesk();

const card = { id: 'v1', name: null, email: null, phone: null, verified: false, clinic: null, sites: ['i-stom'], firstWrote: '2026-11-20T09:00:00Z', verifiedAs: null, block: null, blockVersion: 2 };
const block = { visitorId: 'v1', visitorName: null, reason: 'Реклама', by: 'Старший', at: '2026-11-23T08:00:00Z', until: '2026-11-24T09:00:00Z', version: 3 };

function given(visitor: object, code = 200) {
  answer('/api/visitors/v1', visitor, code);
  answer('/api/visitors/v1/tickets?limit=20', { items: [agentTicket(1, { status: 'Resolved', level: 'Paid' }), agentTicket(2, { verified: true })], next: null });
}

test('the card tells who it is, where from and all their tickets, and an agent blocks nobody', async () => {
  given({ ...card, name: 'Пользователь', verified: true, clinic: { id: 'c1', name: 'Клиника 1', tariff: 'Базовый', plan: 'Standard' } });
  await openSettings('visitors/v1', 'Agent');
  expect(words()).toContain('подтверждена сайтом');
  expect(document.querySelector('.settings-screen a[href="#settings/clinics/c1"]')?.textContent).toBe('Клиника 1');
  const rows = [...document.querySelectorAll('.settings-screen tbody tr')].map(({ textContent }) => textContent);
  expect(rows[0]).toMatch(/IS-2026-000101.*Решена.*Платная.*не подтверждена/);
  expect(rows[1]).not.toContain('не подтверждена');
  expect(words()).not.toContain('Заблокировать…');
});

test('a supervisor blocks for a time with a reason, and lifts it', async () => {
  given(card);
  answer('/api/visitors/v1/block', block);
  await openSettings('visitors/v1', 'Supervisor');
  expect(words()).toContain('кто-то из этого браузера');
  await pressAndWait('Заблокировать…');
  await pressAndWait('Заблокировать');
  expect(posts).toEqual([]);
  await fill('Причина', 'Реклама');
  given({ ...card, block, blockVersion: 3 });
  await pressAndWait('Заблокировать');
  expect(posts).toContainEqual(['/api/visitors/v1/block', { reason: 'Реклама', until: '2026-11-24T09:00:00.000Z', version: 2 }]);
  expect(words()).toContain('24 ноября 2026 г., 12:00 (МСК)');
  expect(words()).toContain('Старший');

  answer('/api/visitors/v1/block?version=3', {});
  given(card);
  await pressAndWait('Снять');
  await pressAndWait('Снять блокировку');
  expect(status['/api/visitors/v1/block?version=3']).toBeDefined();
  expect(words()).toContain('Заблокировать…');
});

test('what is refused is told at the form, and the reason stays', async () => {
  given(card);
  answer('/api/visitors/v1/block', { code: 'changed-meanwhile' }, 409);
  await openSettings('visitors/v1', 'Supervisor');
  await pressAndWait('Заблокировать…');
  await fill('Причина', 'Угрозы');
  await fill('На сколько', 'endless');
  await pressAndWait('Заблокировать');
  expect(posts.at(-1)).toEqual(['/api/visitors/v1/block', { reason: 'Угрозы', until: null, version: 2 }]);
  expect(alerts().join()).toContain('изменил кто-то другой');
  expect(labelled('Причина').value).toBe('Угрозы');
});

test('who is blocked is listed with the reason and the end', async () => {
  answer('/api/blocks', [block, { ...block, visitorId: 'v2', visitorName: 'Пользователь', until: null }]);
  await openSettings('visitors', 'Agent');
  const rows = [...document.querySelectorAll('.settings-screen tbody tr')].map(({ textContent }) => textContent);
  expect(rows[0]).toMatch(/Посетитель без имени.*Реклама.*24 ноября/);
  expect(rows[1]).toContain('пока не снимут');
});
