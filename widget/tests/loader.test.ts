// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import { isToLoader } from '../src/loader/link';
import { answer, type Api, api, button, calm, frame, hosts, load, page, posted, root, server, useLoader } from './loaderHarness';

useLoader();

describe('the lifebuoy', () => {
  test('is a real button with a name, in a shadow root, and loads nothing', async () => {
    await load();
    expect(button().getAttribute('aria-label')).toBe('Чат поддержки');
    expect(button().getAttribute('aria-expanded')).toBe('false');
    expect(button().querySelector('svg')).not.toBeNull();
    expect(frame()).toBeNull();
  });

  test('is drawn once, however often the script is included', async () => {
    await load();
    vi.resetModules();
    await load();
    expect(hosts()).toHaveLength(1);
  });

  test('speaks English where it is asked to', async () => {
    page.istomChatSettings = { server, site: 'i-stom', locale: 'en' };
    await load();
    expect(button().getAttribute('aria-label')).toBe('Support chat');
  });

  test('stays away without a site', async () => {
    page.istomChatSettings = { server };
    await load();
    expect(hosts()).toHaveLength(0);
  });

  test('takes no address that is not http', async () => {
    page.istomChatSettings = { server: 'javascript:alert(1)', site: 'i-stom' };
    await load();
    expect(hosts()).toHaveLength(0);
  });

  test('works where storage is denied', async () => {
    vi.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    await load();
    button().click();
    answer().postMessage({ type: 'underway' });
    await calm();
    expect(frame()?.hidden).toBe(false);
  });
});

describe('opening', () => {
  test('makes the panel once, on the chat’s origin, with nothing but site and language in the address', async () => {
    await load();
    button().click();
    button().click();
    button().click();
    expect(root().querySelectorAll('iframe')).toHaveLength(1);
    expect(frame()?.src).toBe(`${server}/frame?site=i-stom&locale=ru`);
    expect(frame()?.title).toBe('Чат поддержки');
    expect(button().getAttribute('aria-expanded')).toBe('true');
  });

  test('Escape closes and the focus goes back to the button', async () => {
    await load();
    button().click();
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    expect(frame()?.hidden).toBe(true);
    expect(button().getAttribute('aria-expanded')).toBe('false');
    expect(root().activeElement).toBe(button());
  });

  test('a conversation under way makes the hidden panel on the next page', async () => {
    localStorage.setItem('istom-chat:i-stom', '1');
    await load();
    await vi.waitFor(() => expect(frame()?.hidden).toBe(true));
  });
});

describe('talking with the panel', () => {
  test('the greeting goes to the exact origin and carries no query of the page', async () => {
    await load();
    button().click();
    answer();
    expect(posted[0]?.origin).toBe(server);
    expect(posted[0]?.message).toMatchObject({ type: 'istom:init', locale: 'ru' });
    expect(JSON.stringify(posted[0]?.message)).not.toContain('?');
  });

  test('what was said before the panel was ready arrives after', async () => {
    await load();
    api('open');
    api('prefill', 'Здравствуйте');
    const port = answer();
    const heard: unknown[] = [];
    port.onmessage = ({ data }) => heard.push(data);
    await calm();
    expect(heard).toEqual([{ type: 'opened', fills: false }, { type: 'prefill', text: 'Здравствуйте' }]);
  });

  test('unread answers show on the button, in figures and in its name', async () => {
    await load();
    button().click();
    answer().postMessage({ type: 'unread', count: 3 });
    await calm();
    expect(button().textContent).toBe('3');
    expect(button().getAttribute('aria-label')).toBe('Чат поддержки, непрочитанных: 3');
    expect(api('getUnreadCount')).toBe(3);
  });

  test('the page’s title counts too, and is the page’s own again once they are read', async () => {
    await load();
    button().click();
    const port = answer();
    port.postMessage({ type: 'unread', count: 2 });
    await calm();
    expect(document.title).toBe('(2) Сайт');
    document.title = 'Другая страница';
    port.postMessage({ type: 'unread', count: 3 });
    await calm();
    expect(document.title).toBe('(3) Другая страница');
    const again = answer();
    expect(posted.at(-1)?.message).toMatchObject({ title: 'Другая страница' });
    again.postMessage({ type: 'unread', count: 0 });
    await calm();
    expect(document.title).toBe('Другая страница');
  });

  test('a conversation leaves a hint that is no secret', async () => {
    await load();
    button().click();
    answer().postMessage({ type: 'underway' });
    await calm();
    expect({ ...localStorage }).toEqual({ 'istom-chat:i-stom': '1' });
    // Ended on this computer: whoever comes next finds no sign of it.
    answer().postMessage({ type: 'ended' });
    await calm();
    expect({ ...localStorage }).toEqual({});
  });

  test('the page’s first task does not wait for storage', async () => {
    localStorage.setItem('istom-chat:i-stom', '1');
    const asked = vi.spyOn(window, 'localStorage', 'get');
    await load();
    expect(asked).not.toHaveBeenCalled();
    await vi.waitFor(() => expect(frame()).not.toBeNull());
    expect(asked).toHaveBeenCalled();
  });

  test.each([[null], ['ready'], [{}], [{ type: 'unread' }], [{ type: 'unread', count: -1 }], [{ type: 'unread', count: '<b>' }], [{ type: 'event', name: 7 }], [{ type: 'navigate', url: 'x' }]])(
    'an unknown word is not heard: %j',
    (data) => {
      expect(isToLoader(data)).toBe(false);
    },
  );
});

describe('the host page’s API', () => {
  test('calls made before the script are carried out after it', async () => {
    const heard: unknown[] = [];
    const stub: Api = (...call) => void (stub.q ??= []).push(call);
    page.istomChat = stub;
    stub('on', 'opened', () => heard.push('opened'));
    stub('open');
    await load();
    await calm();
    expect(heard).toEqual(['opened']);
    expect(frame()?.hidden).toBe(false);
  });

  test('boot with settings, where the page gave none', async () => {
    delete page.istomChatSettings;
    await load();
    expect(hosts()).toHaveLength(0);
    api('boot', { server, site: 'cloud' });
    api('open');
    expect(frame()?.src).toContain('site=cloud');
  });

  test('events are told until they are unsubscribed, and a listener’s error harms nobody', async () => {
    const heard: unknown[] = [];
    await load();
    const off = api('on', 'ticketCreated', (data: unknown) => heard.push(data)) as () => void;
    button().click();
    const port = answer();
    port.postMessage({ type: 'event', name: 'ticketCreated', data: { number: 'IS-2026-000123' } });
    await calm();
    off();
    port.postMessage({ type: 'event', name: 'ticketCreated', data: { number: 'IS-2026-000124' } });
    await calm();
    expect(heard).toEqual([{ number: 'IS-2026-000123' }]);
  });

  test('the promise can be asked for', async () => {
    await load();
    expect(api('getPromise')).toBeNull();
    button().click();
    answer().postMessage({ type: 'event', name: 'promiseChanged', data: { due: '2026-11-24T13:00:00.000Z' } });
    await calm();
    expect(api('getPromise')).toEqual({ due: '2026-11-24T13:00:00.000Z' });
  });

  test('hide and show', async () => {
    await load();
    api('open');
    api('hide');
    expect((hosts()[0] as HTMLElement).hidden).toBe(true);
    api('show');
    expect((hosts()[0] as HTMLElement).hidden).toBe(false);
    expect(button().getAttribute('aria-expanded')).toBe('false');
  });

  test('shutdown forgets the hint and takes the lifebuoy away; boot brings it back', async () => {
    await load();
    localStorage.setItem('istom-chat:i-stom', '1');
    api('shutdown');
    expect(localStorage.length).toBe(0);
    expect((hosts()[0] as HTMLElement).hidden).toBe(true);
    document.body.replaceChildren();
    api('boot');
    expect(hosts()).toHaveLength(1);
  });

  test('who is signed in is asked of the page when the panel is made, and a refusal keeps nobody from writing', async () => {
    await load();
    const ask = vi.fn(() => Promise.resolve('a.b.c'));
    api('identify', ask);
    expect(ask).not.toHaveBeenCalled();
    api('open');
    expect(() => answer()).toThrow('no greeting');
    await calm();
    expect(posted.at(-1)).toMatchObject({ message: { identity: 'a.b.c' }, origin: server });
    expect(frame()?.getAttribute('src') ?? frame()?.src, 'never in an address').not.toContain('a.b.c');

    api('identify', () => Promise.reject(new Error('signed out')));
    expect(() => answer()).not.toThrow();
    await calm();
    expect(posted).toHaveLength(2);
    expect((posted[1]?.message as { identity?: unknown }).identity).toBeUndefined();
  });

  test('an unknown method does no harm, and is not passed over in silence', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const codes: unknown[] = [];
    await load();
    api('on', 'error', (data: unknown) => codes.push(data));
    api('constructor');
    api('impersonate');
    await calm();
    expect(warn).toHaveBeenCalledTimes(2);
    expect(codes).toEqual([{ code: 'unknown-method' }, { code: 'unknown-method' }]);
  });

  test('a panel that never answers is said to be unavailable', async () => {
    vi.useFakeTimers();
    const codes: unknown[] = [];
    await load();
    api('on', 'error', (data: unknown) => codes.push(data));
    button().click();
    await vi.advanceTimersByTimeAsync(20_100);
    vi.useRealTimers();
    expect(codes).toEqual([{ code: 'unreachable' }]);
    expect(root().querySelector('[role=alert]')?.textContent).toContain('Чат недоступен');
  });
});
