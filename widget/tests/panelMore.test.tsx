// @vitest-environment happy-dom
import { render } from 'preact';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { EndHere } from '../src/chat/more/EndHere';
import { ring } from '../src/chat/ring';
import { partWords } from '../src/ui/part';
import en from '../src/i18n/panel/more.en.json';
import ru from '../src/i18n/panel/more.ru.json';
import * as sound from '../src/ui/chime';
import { conversation, drawn, given, named, server, show, usePanel, words } from './panelHarness';
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
