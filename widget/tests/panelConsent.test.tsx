// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { joinReply } from './samples';
import { drawn, given, server, show, usePanel, words, write } from './panelHarness';

usePanel();

const sent = () => server.called('Send').map(([request]) => request as { text: string; consent: boolean });
/** Nothing was ever written. */
const showNew = () => {
  server.answers['Join'] = () => joinReply([], { conversationId: null });
  return show();
};
const shown = () => vi.waitFor(() => expect(document.querySelector('.consent')).not.toBeNull());

test('where the site needs consent, nothing is sent without, what was written stays, and the consent goes along', async () => {
  given.notice = { text: 'Согласен на хранение переписки.', link: 'https://example.org/privacy', needsConsent: true };
  await showNew();
  await shown();
  await write('Не печатает чек');
  expect(sent()).toEqual([]);
  expect(words()).toContain('отметьте согласие');
  expect(document.querySelector('textarea')?.value).toBe('Не печатает чек');
  document.querySelector<HTMLInputElement>('.consent input')?.click();
  await drawn();
  await write('Не печатает чек');
  expect(sent()).toMatchObject([{ text: 'Не печатает чек', consent: true }]);
});

test('a notice that only informs keeps nobody from writing', async () => {
  given.notice = { text: 'Мы храним переписку.', needsConsent: false };
  await showNew();
  await shown();
  await write('Вопрос');
  expect(sent()).toMatchObject([{ text: 'Вопрос', consent: false }]);
});
