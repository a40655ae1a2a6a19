// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { button, posts, useDesk, words } from './deskHarness';
import { answer, heading, openSettings, pressAndWait } from './settingsHarness';

const at = '2026-11-23T09:00:00Z';
const alarms = {
  name: 'alarms',
  isSetUp: true,
  isPaused: false,
  workedAt: null,
  failedAt: at,
  reason: 'Http401',
  waiting: [{ id: 'd1', tries: 12, due: at, parkedAt: at, reason: 'LeftAlone' }],
};

useDesk();
beforeEach(() => {
  answer('/api/integrations', [alarms, { ...alarms, name: 'new-one', isSetUp: false, failedAt: null, reason: null, waiting: [] }]);
  answer('/api/mail', { mailboxes: [], letters: [], heldBack: [] });
});

test('each says whether it works and what to do; what was given up on is sent again', async () => {
  await openSettings('integrations', 'Administrator');
  expect(heading()).toBe('Состояние связей');
  for (const said of ['Тревоги для внешней программы', 'ключ не принят — введите новый', 'Ещё ни разу не получилось.', 'несколько попыток подряд не удались', 'new-one', 'Не настроено.', 'Почтовых ящиков нет.']) {
    expect(words()).toContain(said);
  }
  answer('/api/deliveries/d1/resend', {});
  await pressAndWait('Отправить снова');
  expect(posts.at(-1)?.[0]).toBe('/api/deliveries/d1/resend');
  answer('/api/integrations/alarms', {});
  await pressAndWait('Приостановить');
  expect(posts.at(-1)).toEqual(['/api/integrations/alarms', { isPaused: true }]);
});

test('a supervisor sees it and pauses nothing', async () => {
  await openSettings('integrations', 'Supervisor');
  expect(words()).toContain('Тревоги для внешней программы');
  expect(button('Приостановить')).toBeUndefined();
});
