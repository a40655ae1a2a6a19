// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { given, posts, server, show, useDesk, words, drawn } from './deskHarness';
import { deskView } from './samples';
import { alerts, answer, fill, labelled, openSettings, pressAndWait } from './settingsHarness';

useDesk();

const night = { id: 's1', agent: null, agentName: '', kind: 'PaidDuty', weekday: 'Monday', date: null, from: '19:00', until: '10:00', version: 3 };
const own = { id: 's2', agent: 'a1', agentName: 'Оператор 1', kind: 'Ordinary', weekday: null, date: '2026-12-01', from: '10:00', until: '19:00', version: 1 };
const staff = [
  { id: 'a1', name: 'Оператор 1', paidSupport: false },
  { id: 'a2', name: 'Оператор 2', paidSupport: true },
];

test('an agent reads the roster, own shifts first, and plans nothing', async () => {
  answer('/api/shifts', { shifts: [night, own], staff });
  await openSettings('shifts', 'Agent');
  const [mine, all] = [...document.querySelectorAll('.settings-screen section')].map(({ textContent }) => textContent);
  expect(mine).toContain('1 декабря 2026');
  expect(mine).not.toContain('по понедельникам');
  expect(all).toContain('19:00–10:00 (следующего дня)');
  expect(all).toContain('пока никого');
  expect(document.querySelector('.settings-screen a[href*="shifts/"]')).toBeNull();
});

test('a supervisor finds somebody with the right for a Paid shift', async () => {
  answer('/api/shifts', { shifts: [night, own], staff });
  answer('/api/shifts/s1', { ...night, agent: 'a2', version: 4 });
  await openSettings('shifts/s1', 'Supervisor');
  expect([...(labelled('Сотрудник') as unknown as HTMLSelectElement).options].map(({ textContent }) => textContent)).toEqual(['пока никого', 'Оператор 2']);
  await fill('Сотрудник', 'a2');
  await pressAndWait('Сохранить');
  expect(posts).toContainEqual(['/api/shifts/s1', { agent: 'a2', kind: 'PaidDuty', weekday: 'Monday', date: null, from: '19:00', until: '10:00', version: 3 }]);
  expect(words()).toContain('Сохранено.');
});

test('what is refused is told, and nothing typed is lost', async () => {
  answer('/api/shifts', { shifts: [own], staff });
  answer('/api/shifts/s2', { code: 'paid-support-missing' }, 409);
  await openSettings('shifts/s2', 'Supervisor');
  await fill('Вид', 'PaidDuty');
  await pressAndWait('Сохранить');
  expect(alerts().join()).toContain('У сотрудника нет права на платную поддержку.');
  expect(labelled('Вид').value).toBe('PaidDuty');
});

test('a Paid shift without anybody is told on the desk until it is read or over', async () => {
  given.view = deskView([], { paidGap: { from: '2026-11-23T16:00:00Z', until: '2026-11-24T07:00:00Z', isAbsence: false } });
  await show();
  expect(document.querySelector('.notices')?.textContent).toContain('никого не назначено');
  server.push('PaidGaps', [{ from: '2026-11-23T16:00:00Z', until: '2026-11-24T07:00:00Z', isAbsence: true }]);
  await drawn();
  expect(document.querySelector('.notices')?.textContent).toContain('на месте никого');
  server.push('PaidGaps', []);
  await drawn();
  expect(document.querySelector('.notices')?.textContent).not.toContain('Платное');
});
