// @vitest-environment happy-dom
import { render } from 'preact';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { EndHere } from '../src/chat/more/EndHere';
import { More } from '../src/chat/more/More';
import { notifyOf, permission, wants } from '../src/chat/notices';
import { ring } from '../src/chat/ring';
import { partWords } from '../src/ui/part';
import en from '../src/i18n/panel/more.en.json';
import ru from '../src/i18n/panel/more.ru.json';
import * as sound from '../src/ui/chime';
import { signal } from '../src/core/signals';
import { clock, conversation, drawn, given, named, server, show, usePanel, words } from './panelHarness';
import { message } from './samples';

usePanel();
beforeEach(() => localStorage.clear());

describe('the sound of an answer', () => {
  const answer = async (n: number) => {
    given.stored.push(message(n));
    server.push('Messages', [message(n)]);
    await drawn();
  };

  test('is off until it is chosen, rings for what is new alone, and in one of several tabs', async () => {
    const chime = vi.spyOn(sound, 'chime').mockImplementation(() => {});
    let isHeld = false;
    vi.stubGlobal('navigator', { ...navigator, locks: { request: async (_: string, __: object, run: (lock: object | null) => unknown) => void run(isHeld ? null : {}) } });
    given.stored = [message(1)];
    await show();
    ring(conversation);
    await answer(2);
    expect(chime).not.toHaveBeenCalled();
    localStorage.setItem('istom-sound', 'yes');
    await answer(3);
    expect(chime).toHaveBeenCalledTimes(1);
    isHeld = true;
    await answer(4);
    expect(chime).toHaveBeenCalledTimes(1);
    vi.unstubAllGlobals();
  });
});

describe('the question before the end', () => {
  test('says what will be lost, and that nothing was where the server does not answer', async () => {
    await show();
    server.isSilent = true;
    conversation.send('не ушло');
    await drawn();
    const place = document.body.appendChild(document.createElement('div'));
    let left = 0;
    render(<EndHere w={partWords('ru', ru, en)} leave={() => left++} />, place);
    expect(words()).toContain('Ещё не отправлено 1 сообщение: оно пропадёт.');
    named('Завершить')?.click();
    await drawn();
    expect([left, words()]).toEqual([0, expect.stringContaining('Не получилось: сервер не отвечает, ничего не удалено.')]);
    render(null, place);
  });
});

describe('notifications of answers', () => {
  test('are offered where the page can show them, asked for at the choice, and tell nothing of what was written', async () => {
    let isHeld = false;
    vi.stubGlobal('navigator', { ...navigator, locks: { request: async (_: string, __: object, run: (lock: object | null) => unknown) => void run(isHeld ? null : {}) } });
    const said: { type: string; ask?: boolean; text?: string }[] = [];
    const port = new EventTarget() as MessagePort;
    const allow = (state: string) => port.dispatchEvent(new MessageEvent('message', { data: { type: 'permission', state } }));
    const isSeen = signal(true);
    const answer = async (n: number) => {
      given.stored.push(message(n, { text: 'секрет' }));
      server.push('Messages', [message(n, { text: 'секрет' })]);
      await drawn();
      await clock.pass(1_000);
    };
    given.stored = [message(1)];
    await show();
    notifyOf({ init: { locale: 'ru', page: '', title: '' }, isEmbedded: true, port, say: (word) => void said.push(word as { type: string }), listen: () => {} }, conversation, isSeen, clock, 'ru');
    const place = document.body.appendChild(document.createElement('div'));
    HTMLDialogElement.prototype.showModal ??= () => {};
    render(<More close={() => {}} />, place);
    await drawn();
    const choice = () => [...place.querySelectorAll('label')].find(({ textContent }) => textContent.includes('Уведомление'))?.querySelector('input');
    expect(choice(), 'not known yet').toBeUndefined();
    for (const state of ['none', 'denied']) {
      allow(state);
      await drawn();
      expect(choice()).toBeUndefined();
    }
    allow('default');
    await drawn();
    choice()?.click();
    await drawn();
    expect(said.splice(1)).toEqual([{ type: 'permit', ask: false }, { type: 'permit', ask: true }]);
    isSeen.value = false;
    await answer(2);
    expect(said, 'not before it is allowed').toHaveLength(1);
    allow('granted');
    await drawn();
    expect(choice()?.checked).toBe(true);
    await answer(3);
    expect(said.slice(1)).toEqual([{ type: 'notify', text: 'Новый ответ поддержки' }]);
    isHeld = true;
    await answer(4);
    isHeld = false;
    isSeen.value = true;
    await answer(5);
    expect(said, 'another tab tells it, or it is seen').toHaveLength(2);
    isSeen.value = false;
    choice()?.click();
    await drawn();
    await answer(6);
    expect(said).toHaveLength(2);
    render(null, place);
    permission.value = null;
    wants.value = false;
    vi.unstubAllGlobals();
  });
});
