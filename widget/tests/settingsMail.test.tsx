// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { posts, server as desk, useDesk, words } from './deskHarness';
import { answer, fill, openSettings, pressAndWait } from './settingsHarness';

useDesk();

const server = { host: 'mail.example.org', port: 993, security: 'ImplicitTls', user: 'support', signIn: 'Password' };
const mailbox = {
  id: 'm1', address: 'support@example.org', sender: { russian: 'Поддержка', english: 'Support' }, language: 'Russian', incoming: server, folder: 'INBOX',
  outgoing: { ...server, port: 587, security: 'StartTls' }, isPaused: false, handOverHint: null, usesReplyTokens: false,
};
const worked = { workedAt: '2026-11-23T08:59:00Z', failedAt: null, code: null, words: null };
const limits = { largestMebibytes: 25, mostPerHour: 30, mostAcknowledgements: 3, readingMinutes: 3, heldBackDays: 30 };
const settings = { settings: limits, version: 0 };
const mail = {
  settings,
  mailboxes: [{ mailbox, version: 3, incoming: worked, outgoing: { workedAt: null, failedAt: '2026-11-23T08:58:00Z', code: 'sign-in-refused', words: 'authentication failed' } }],
  letters: [{ id: 'l1', kind: 'Reply', ticket: 't1', number: 'IS-2026-000101', tries: 12, due: '2026-11-23T09:00:00Z', parkedAt: '2026-11-23T08:58:00Z', reason: 'sign-in-refused' }],
  heldBack: [{ id: 'h1', at: '2026-11-23T08:00:00Z', reason: 'OutOfOffice', from: 'Анна <anna@example.org>', subject: 'Меня нет', original: 'a1', ticket: null }],
};

test('one place tells how the mail is: last success, last error in words and what to do, what has not left, what was held back', async () => {
  answer('/api/mail', mail);
  await openSettings('mail', 'Supervisor');
  expect(words()).toContain('Последний раз всё прошло 23 ноября 2026 г., 11:59');
  expect(words()).toContain('сервер не принимает имя или пароль');
  expect(words()).toContain('authentication failed');
  expect(words()).toContain('автоответ об отсутствии');
  expect(document.querySelector('a[href="/api/attachments/a1"]')?.textContent).toBe('Меня нет');
  expect(words()).not.toContain('Приостановить');
  expect(words()).not.toContain('Сколько и как долго');

  answer('/api/deliveries/l1/resend', {});
  answer('/api/mail', { ...mail, letters: [] });
  await pressAndWait('Отправить снова');
  expect(words()).toContain('Всё отправлено.');
  answer('/api/mail/held-back/h1/open', { code: 'mail-not-kept' }, 409);
  await pressAndWait('В заявку');
  expect(words()).toContain('От придержанного письма ничего не осталось.');
  answer('/api/mail/held-back/h1/open', { ticket: 't7' });
  await pressAndWait('В заявку');
  expect(desk.called('Open').at(-1)).toEqual([{ ticket: 't7', after: 0 }]);
  await openSettings('mail', 'Supervisor');
  answer('/api/mail/held-back/h1/dismiss', {});
  answer('/api/mail', { ...mail, letters: [], heldBack: [] });
  await pressAndWait('Убрать');
  expect(words()).toContain('Ничего не придержано.');
});

test('an administrator pauses a mailbox, and changes it without its passwords, which are not said again', async () => {
  answer('/api/mail', mail);
  answer('/api/mail/mailboxes/m1', { mailbox, version: 4, secret: null });
  await openSettings('mail', 'Administrator');
  await pressAndWait('Приостановить');
  expect(posts.at(-1)).toEqual(['/api/mail/mailboxes/m1', { ...mailbox, isPaused: true, handOver: false, newHandOver: false, version: 3 }]);

  await openSettings('mail/m1', 'Administrator');
  await fill('Имя отправителя по-русски', 'Поддержка iStom');
  await pressAndWait('Сохранить');
  expect(posts.at(-1)?.[1]).toMatchObject({ sender: { russian: 'Поддержка iStom', english: 'Support' }, incoming: server, incomingSecret: null, outgoingSecret: null, handOver: false, version: 3 });
});

test('an administrator says how much is taken in and how long an answer waits; a refusal stands at its field', async () => {
  answer('/api/mail', mail);
  await openSettings('mail', 'Administrator');
  expect(words()).toContain('Хранятся, дней: 30.');
  answer('/api/mail/settings', { code: 'mail-limit-out-of-range', property: 'HeldBackDays' }, 400);
  await fill('Сколько дней хранить придержанное', '60');
  await pressAndWait('Сохранить');
  expect(words()).toContain('Число вне допустимого');
  answer('/api/mail/settings', { settings: { ...limits, heldBackDays: 60 }, version: 1 });
  answer('/api/mail', { ...mail, settings: { settings: { ...limits, heldBackDays: 60 }, version: 1 } });
  await pressAndWait('Сохранить');
  expect(posts.at(-1)).toEqual(['/api/mail/settings', { ...limits, heldBackDays: 60, version: 0 }]);
  expect(words()).toContain('Хранятся, дней: 60.');
});

test('a secret that was made is shown once, and a refusal stands at its field', async () => {
  answer('/api/mail', { mailboxes: [], settings, letters: [], heldBack: [] });
  await openSettings('mail', 'Administrator');
  expect(words()).toContain('Ящиков ещё нет');
  answer('/api/mail', mail);
  answer('/api/mail/mailboxes/m1', { code: 'mail-secret-missing', property: 'OutgoingSecret' }, 400);
  await openSettings('mail/m1', 'Administrator');
  await pressAndWait('Сохранить');
  expect(words()).toContain('Введите пароль: для нового сервера или имени прежний не годится.');
  answer('/api/mail/mailboxes/m1', { mailbox: { ...mailbox, handOverHint: 'wxyz' }, version: 4, secret: 'abcwxyz' });
  await pressAndWait('Сохранить');
  expect(words()).toContain('abcwxyz');
});
