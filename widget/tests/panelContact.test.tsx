// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { drawn, given, show, usePanel } from './panelHarness';
import { visitorTicket } from './samples';

usePanel();

test('what is written into the contacts stays when what was known comes late', async () => {
  let answer: (response: Response) => void = () => {};
  vi.stubGlobal('fetch', () => new Promise<Response>((resolve) => (answer = resolve)));
  given.ticket = visitorTicket();
  await show();
  [...document.querySelectorAll('summary')].find(({ textContent }) => textContent.includes('уходите?'))?.click();
  const email = await vi.waitFor(() => {
    const found = document.querySelector<HTMLInputElement>('input[type="email"]');
    if (!found) throw new Error('no field yet');
    return found;
  });
  email.value = 'a@example.org';
  email.dispatchEvent(new Event('input', { bubbles: true }));
  await drawn();
  answer(new Response(JSON.stringify({ email: null, phone: '+7 495 000-00-00' }), { status: 200 }));
  await drawn();
  expect(email.value).toBe('a@example.org');
  expect(document.querySelector<HTMLInputElement>('input[type="tel"]')?.value).toBe('+7 495 000-00-00');
});
