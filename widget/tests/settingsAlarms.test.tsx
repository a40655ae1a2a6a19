// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { posts, useDesk, words } from './deskHarness';
import { answer, fetched, fill, labelled, openSettings, pressAndWait } from './settingsHarness';

useDesk();

const route = { leads: false, webhook: false, mail: false };
const settings = { near: route, missed: { ...route, leads: true }, night: route, repeatMinutes: 5, webhookUrl: null, secretHint: null, mailTo: ['duty@example.org'] };

test('alarms are routed to several addresses by mail, and a refusal stands at its field', async () => {
  answer('/api/alarms', { settings, version: 2, deliveries: [] });
  await openSettings('alarms');
  expect(labelled('Адреса').value).toBe('duty@example.org');
  labelled('Письмом').click();
  await fill('Адреса', 'duty@example.org, head@example.org; ');
  await fetched();
  answer('/api/alarms', { code: 'email-malformed', property: 'MailTo' }, 400);
  await pressAndWait('Сохранить');
  expect(posts.at(-1)).toEqual([
    '/api/alarms',
    {
      near: route, missed: { ...route, leads: true }, night: { ...route, mail: true }, repeatMinutes: 5, webhookUrl: '', mailTo: ['duty@example.org', 'head@example.org'], newSecret: false, version: 2,
    },
  ]);
  expect(words()).toContain('Нужны адреса вида имя@сервер, через запятую.');
  expect(labelled('Адреса').getAttribute('aria-invalid')).toBe('true');
});
