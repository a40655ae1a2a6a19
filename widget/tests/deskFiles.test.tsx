// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { all, drawn, given, hold, mine, mode, opened, press, reload, server, status, storage, useDesk, write } from './deskHarness';
import { FakeRequest, fakeUploads, file, limits, paste, view } from './fakeRequest';
import { deskView } from './samples';

useDesk();

beforeEach(() => {
  fakeUploads();
  status['/api/attachments'] = [200, limits];
});

const attach = async (name: string) => {
  paste(file(name));
  await drawn();
};
const tray = () => document.querySelector('.tray')?.textContent ?? '';

async function begin(): Promise<void> {
  await hold();
  await vi.waitFor(() => expect(document.querySelector('.attach')).not.toBeNull());
}

describe('files of an agent', () => {
  test('belong to a reply or to a note, and go with that alone', async () => {
    await begin();
    await attach('ответ.txt');
    expect(FakeRequest.all[0]?.path).toMatch(/^\/api\/tickets\/t1\/attachments\/[\w-]+$/);
    expect(FakeRequest.all[0]?.headers['x-antiforgery']).toBe('sealed');
    FakeRequest.all[0]?.answer(200, view('ответ.txt'));
    await mode('note');
    expect(all('attached')).toHaveLength(0);
    await write('Заметка');
    expect(server.called('Send').at(-1)).toEqual([expect.objectContaining({ note: true, attachments: null })]);
    await mode('reply');
    expect(tray()).toContain('ответ.txt');
    await write('');
    expect(server.called('Send').at(-1)).toEqual([expect.objectContaining({ text: '', note: false, attachments: ['f1'] })]);
    expect(all('file').at(-1)?.textContent).toContain('ответ.txt');
  });

  test('are there after a reload; one that was not up has to be chosen again, and nobody else finds them', async () => {
    await begin();
    await attach('a.txt');
    FakeRequest.all[0]?.answer(200, view('a.txt'));
    await attach('b.txt');
    given.view = deskView([], { mine: [mine(1)] });
    server.answers['Open'] = () => opened(1, { ticket: mine(1) });
    await reload();
    document.querySelector<HTMLElement>('.queue-pane .row')?.click();
    await drawn();
    expect(all('attached').map((row) => row.dataset['state'])).toEqual(['ready', 'failed']);
    expect(tray()).toContain('Вкладка закрылась раньше, чем файл загрузился.');
    const again = document.querySelector<HTMLInputElement>('[aria-label="Выбрать b.txt снова"]');
    Object.defineProperty(again, 'files', { value: [file('b.txt')] });
    again?.dispatchEvent(new Event('change', { bubbles: true }));
    await drawn();
    FakeRequest.all.at(-1)?.answer(200, view('b.txt', 'f2'));
    await drawn();
    await write('Оба');
    expect(server.called('Send').at(-1)).toEqual([expect.objectContaining({ attachments: ['f1', 'f2'] })]);
    await attach('c.txt');
    await press('Выйти');
    expect(storage['drafts']).not.toContain('c.txt');
  });
});
