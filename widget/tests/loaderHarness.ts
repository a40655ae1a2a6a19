import { afterEach, beforeEach, vi } from 'vitest';
import type { HalfScript } from '../src/loader/load';
import { makeWidget } from '../src/loader/widget';

export type Api = ((method: string, ...args: unknown[]) => unknown) & { q?: unknown[] };
export const page = window as unknown as { istomChat?: Api; istomChatSettings?: object };
export const server = 'https://chat.example.test';

// An iframe that loads nothing: happy-dom's own would complain loudly that it does not.
const create = document.createElement.bind(document);
const inert = (name: string) => (name === 'iframe' ? Object.assign(document.createElementNS('urn:inert', name), { focus: () => {}, style: {} }) : create(name));

/** What the page has fetched: the panel's half, which arrives at once unless a test wants it otherwise. */
export let halves: HalfScript[];
export const arrival: { when: 'at once' | 'later' } = { when: 'at once' };
export function fetched(script: HalfScript): void {
  script.make = makeWidget;
  script.onload?.(new Event('load'));
}

export let posted: { message: unknown; origin: string; port: MessagePort }[];

/** To be called once by each test file. */
export function useLoader(): void {
  beforeEach(() => {
    vi.spyOn(document, 'createElement').mockImplementation(inert as typeof create);
    vi.stubGlobal('PANEL_HALF', { file: 'assets/half.js', integrity: 'sha256-abc' });
    halves = [];
    arrival.when = 'at once';
    const append = document.body.append.bind(document.body);
    vi.spyOn(document.body, 'append').mockImplementation((...nodes) => {
      const [script] = nodes;
      if (!(script instanceof HTMLScriptElement)) return append(...nodes);
      halves.push(script);
      if (arrival.when === 'at once') fetched(script);
    });
    document.title = 'Сайт';
    posted = [];
    vi.resetModules();
    document.body.replaceChildren();
    localStorage.clear();
    delete page.istomChat;
    page.istomChatSettings = { server, site: 'i-stom', locale: 'ru' };
  });

  afterEach(() => {
    page.istomChat?.('shutdown');
    vi.unstubAllGlobals();
  });
}

export const load = () => import('../src/loader/loader');
export const api: Api = (...call) => page.istomChat?.(...call);
export const hosts = () => document.querySelectorAll('istom-chat');
export const root = () => {
  const shadow = hosts()[0]?.shadowRoot;
  if (!shadow) throw new Error('no lifebuoy');
  return shadow;
};
export const button = () => root().querySelector('button') as HTMLButtonElement;
export const frame = () => root().querySelector('iframe');
export const calm = () => new Promise((resolve) => setTimeout(resolve, 20));

/** Plays the panel: answers the greeting over its port. */
export function answer(): MessagePort {
  const iframe = frame() as HTMLIFrameElement;
  Object.defineProperty(iframe, 'contentWindow', {
    configurable: true,
    value: { postMessage: (message: unknown, origin: string, [port]: MessagePort[]) => posted.push({ message, origin, port: port as MessagePort }) },
  });
  iframe.onload?.(new Event('load'));
  const port = posted.at(-1)?.port;
  if (!port) throw new Error('no greeting');
  port.start();
  port.postMessage({ type: 'ready' });
  return port;
}
