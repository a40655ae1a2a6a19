// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { HalfScript } from '../src/loader/load';
import { answer, api, arrival, button, calm, fetched, frame, halves, load, root, server, useLoader } from './loaderHarness';

useLoader();

describe('the panel’s half of the loader', () => {
  test('is not fetched before it is needed, and then once, from the chat’s origin, with the hash that it must have', async () => {
    arrival.when = 'later';
    await load();
    await calm();
    expect(halves).toHaveLength(0);
    button().click();
    api('open');
    expect(halves).toHaveLength(1);
    expect([halves[0]?.src, halves[0]?.integrity, halves[0]?.crossOrigin]).toEqual([`${server}/assets/half.js`, 'sha256-abc', '']);
  });

  test('what was asked for meanwhile happens when it comes, in order', async () => {
    arrival.when = 'later';
    const heard: string[] = [];
    await load();
    for (const event of ['opened', 'closed']) api('on', event, () => heard.push(event));
    api('open');
    api('close');
    button().click();
    expect(frame()).toBeNull();
    fetched(halves[0] as HalfScript);
    await calm();
    expect(heard).toEqual(['opened', 'closed', 'opened']);
    expect(frame()?.hidden).toBe(false);
  });

  test('that does not come is said, and the next press asks again', async () => {
    arrival.when = 'later';
    const codes: unknown[] = [];
    await load();
    api('on', 'error', (data: unknown) => codes.push(data));
    button().click();
    halves[0]?.onerror?.(new Event('error'));
    await calm();
    const said = root().querySelector<HTMLElement>('[role=alert]');
    expect([codes, said?.hidden, said?.textContent]).toEqual([[{ code: 'unreachable' }], false, 'Чат недоступен: support@i-stom.ru']);
    button().click();
    expect(said?.hidden).toBe(true);
    fetched(halves[1] as HalfScript);
    expect(frame()?.hidden).toBe(false);
  });

  test('that comes after a shutdown does nothing', async () => {
    arrival.when = 'later';
    await load();
    button().click();
    api('shutdown');
    fetched(halves[0] as HalfScript);
    expect(frame()).toBeNull();
  });

  test('passes a page that takes scripts’ addresses from policies only', async () => {
    const made: string[] = [];
    vi.stubGlobal('trustedTypes', { createPolicy: (name: string, { createScriptURL }: { createScriptURL(url: string): string }) => (made.push(name), { createScriptURL }) });
    await load();
    button().click();
    expect(made).toEqual(['istom-chat']);
  });
});

describe('on a phone', () => {
  const view = Object.assign(new EventTarget(), { scale: 1, height: 300, offsetTop: 40 });
  const resized = () => view.dispatchEvent(new Event('resize'));
  beforeEach(() => {
    vi.stubGlobal('visualViewport', view);
    vi.stubGlobal('innerHeight', 700);
  });

  test('the panel keeps above the keyboard, and fills the window again when that is gone', async () => {
    vi.stubGlobal('matchMedia', () => ({ matches: true }));
    vi.resetModules();
    const { makeWidget: onPhone } = await import('../src/loader/widget');
    arrival.when = 'later';
    await load();
    button().click();
    Object.assign(halves[0] as HalfScript, { make: onPhone }).onload?.(new Event('load'));
    resized();
    expect(frame()?.style.cssText).toBe('top:40px!important;bottom:auto!important;height:300px');
    Object.assign(view, { height: 700, offsetTop: 0 });
    resized();
    expect(frame()?.style.cssText).toBe('');
  });
});

describe('notifications', () => {
  class Shown {
    static permission: NotificationPermission = 'default';
    static requestPermission = vi.fn(async () => (Shown.permission = 'granted'));
    static all: Shown[] = [];
    onclick = () => {};
    close = vi.fn();
    constructor(readonly title: string) {
      Shown.all.push(this);
    }
  }

  test('are the page’s: the browser asks at the visitor’s choice alone, and a press opens the panel', async () => {
    vi.stubGlobal('Notification', Shown);
    await load();
    api('open');
    const port = answer();
    const heard: unknown[] = [];
    port.onmessage = ({ data }) => heard.push(data);
    port.postMessage({ type: 'permit', ask: false });
    await calm();
    expect(heard.at(-1)).toEqual({ type: 'permission', state: 'default' });
    expect(Shown.requestPermission).not.toHaveBeenCalled();
    port.postMessage({ type: 'permit', ask: true });
    await calm();
    expect(heard.at(-1)).toEqual({ type: 'permission', state: 'granted' });
    api('close');
    port.postMessage({ type: 'notify', text: 'Новый ответ поддержки' });
    await calm();
    expect(Shown.all.map(({ title }) => title)).toEqual(['Новый ответ поддержки']);
    Shown.all[0]?.onclick();
    expect(frame()?.hidden).toBe(false);
    expect(Shown.all[0]?.close).toHaveBeenCalled();
  });

  test('are told to be none where the browser has none', async () => {
    vi.stubGlobal('Notification', undefined);
    await load();
    api('open');
    const port = answer();
    const heard: unknown[] = [];
    port.onmessage = ({ data }) => heard.push(data);
    port.postMessage({ type: 'permit', ask: true });
    await calm();
    expect(heard).toContainEqual({ type: 'permission', state: 'none' });
  });
});
