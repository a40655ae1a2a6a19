// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeRequest, fakeUploads, file, limits, paste, view } from './fakeRequest';
import { all, clock, drawn, given, kept, named, server, show, usePanel, words, write } from './panelHarness';
import { message } from './samples';

usePanel();

beforeEach(() => {
  fakeUploads();
  vi.stubGlobal('fetch', (path: string) => Promise.resolve(new Response(JSON.stringify(path === '/api/visitor/attachments' ? limits : null), { status: path.endsWith('attachments') ? 200 : 404 })));
});
afterEach(() => vi.unstubAllGlobals());

const attach = async (...files: File[]) => {
  paste(...files);
  await drawn();
};
const answer = async (at: number, status: number, response: unknown) => {
  FakeRequest.all[at]?.answer(status, response);
  await drawn();
};
const tray = () => document.querySelector('.tray')?.textContent ?? '';

describe('files', () => {
  test('go up as soon as they are there, and with the message as soon as they are up', async () => {
    await show();
    await attach(file("чек 'а'.txt"));
    const [request] = FakeRequest.all;
    expect(request?.path).toMatch(/^\/api\/visitor\/attachments\/[\w-]+$/);
    expect(request?.headers['content-disposition']).toBe("attachment; filename*=UTF-8''%D1%87%D0%B5%D0%BA%20%27%D0%B0%27.txt");
    request?.upload.onprogress({ loaded: 1, total: 2 });
    await drawn();
    expect(document.querySelector('progress')?.value).toBe(0.5);
    expect(tray(), 'what may be attached is said').toContain('до 2 файлов по 10 Б: txt, png');
    await write('');
    expect(tray()).toContain('Сообщение уйдёт, как только файлы загрузятся.');
    expect(server.called('Send')).toEqual([]);
    await answer(0, 200, view('чек.txt'));
    expect(server.called('Send')).toEqual([[expect.objectContaining({ text: '', attachments: ['f1'] })]]);
    expect(all('attached')).toHaveLength(0);
    expect(all('file')[0]?.textContent).toContain('чек.txt');
  });

  test('that are still going up wait for who goes on writing', async () => {
    await show();
    await attach(file('a.txt'));
    await write('Вот');
    document.querySelector('textarea')?.dispatchEvent(new Event('input', { bubbles: true }));
    (document.querySelector('textarea') as HTMLTextAreaElement).value = 'Вот он';
    document.querySelector('textarea')?.dispatchEvent(new Event('input', { bubbles: true }));
    await drawn();
    await answer(0, 200, view('a.txt'));
    expect(server.called('Send'), 'half a sentence does not go by itself').toEqual([]);
    await write('Вот он');
    expect(server.called('Send')).toEqual([[expect.objectContaining({ text: 'Вот он', attachments: ['f1'] })]]);
  });

  test('that are refused say why, can be sent again, and keep nothing of the words back', async () => {
    await show();
    await attach(file('a.txt', 11), file('b.txt'), file('c.txt'), file('d.exe'));
    for (const told of ['Файл больше 10 Б.', 'К одному сообщению можно приложить файлов: 2.', 'Такие файлы не принимаются.']) expect(tray()).toContain(told);
    await answer(0, 507, { code: 'storage-full' });
    expect(tray()).toContain('На сервере нет места для файлов.');
    await write('С файлом');
    expect(tray()).toContain('Файл не загрузился: повторите или уберите его');
    expect(server.called('Send')).toEqual([]);
    named('Загрузить b.txt ещё раз')?.click();
    await drawn();
    expect(FakeRequest.all[1]?.path, 'under its id').toBe(FakeRequest.all[0]?.path);
    for (const name of ['a.txt', 'c.txt', 'd.exe']) named(`Убрать ${name}`)?.click();
    named('Отменить загрузку b.txt')?.click();
    await drawn();
    expect(server.called('Send'), 'not without being told to').toEqual([]);
    await write('Без файлов');
    expect(server.called('Send')).toEqual([[expect.objectContaining({ text: 'Без файлов', attachments: null })]]);
  });

  test('go on by themselves when the connection comes back, and those of a message that waits wait with it', async () => {
    await show();
    await attach(file('a.txt'), file('b.txt'));
    await answer(0, 200, view('a.txt'));
    server.socket.cut();
    FakeRequest.all[1]?.onerror();
    await drawn();
    expect(tray()).toContain('Нет связи. Загрузим, как только она появится.');
    await write('Подожду');
    await clock.pass(30_000);
    await drawn();
    expect(FakeRequest.all).toHaveLength(3);
    server.socket.cut();
    await answer(2, 200, view('b.txt', 'f2'));
    expect(kept[0]?.body.files).toEqual([view('a.txt'), view('b.txt', 'f2')]);
    expect(all('file')).toHaveLength(2);
  });

  test('that the server has no longer are told of where their message failed', async () => {
    await show();
    await attach(file('a.txt'));
    await answer(0, 200, view('a.txt'));
    server.answers['Send'] = () => {
      throw new Error('{"code":"attachment-not-found","detail":{}}');
    };
    await write('Вот');
    await vi.waitFor(() => expect(words()).toContain('Файл прождал отправки больше суток'));
  });

  test('are shown small and opened large, and what cannot be had is told', async () => {
    const files = [{ ...view('снимок.png'), picture: true }, { ...view('журнал.log', 'f2'), size: 2_000_000 }];
    given.stored = [message(1, { text: '', attachments: files })];
    await show();
    expect(all('file')[1]?.textContent).toContain('1,9 МБ');
    named('Открыть снимок.png')?.click();
    await drawn();
    expect(document.querySelector('dialog img')?.getAttribute('src')).toBe('/api/visitor/attachments/f1');
    named('Закрыть')?.click();
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(null, { status: 404 })));
    all('file')[1]?.querySelector('button')?.click();
    await drawn();
    expect(all('file')[1]?.textContent).toContain('Не получилось скачать.');
  });
});
