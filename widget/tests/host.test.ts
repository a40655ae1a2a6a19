// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { readFrameSettings } from '../src/chat/frameSettings';
import { type Host, isToPanel, meetHost } from '../src/chat/host';

const listed = 'http://i-stom.localhost:5080';
const settings = { site: 'i-stom', origins: [listed], locale: 'ru' };
const init = { type: 'istom:init', locale: 'ru', page: `${listed}/price`, title: 'Цены' };

let greetings: ((event: MessageEvent) => void)[];
let parent: object;
let met: Host | null;

beforeEach(() => {
  greetings = [];
  parent = {};
  met = null;
  const frame = {
    parent,
    addEventListener: (_: string, listener: (event: MessageEvent) => void) => greetings.push(listener),
    removeEventListener: () => (greetings = []),
  } as unknown as Window;
  void meetHost(frame, settings).then((host) => (met = host));
});

async function greet(changes: object): Promise<Host | null> {
  const event = { source: parent, origin: listed, data: init, ports: [new MessageChannel().port2], ...changes } as unknown as MessageEvent;
  for (const greeting of greetings) greeting(event);
  await Promise.resolve();
  await Promise.resolve();
  return met;
}

describe('the panel’s host', () => {
  test('is the parent, of a listed origin, with a port', async () => {
    expect((await greet({}))?.init.page).toBe(`${listed}/price`);
  });

  test.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['an origin that only begins alike', { origin: `${listed}.evil.example` }],
    ['another window', { source: {} }],
    ['no port', { ports: [] }],
    ['no page', { data: { ...init, page: undefined } }],
    ['another type', { data: { ...init, type: 'init' } }],
    ['nothing', { data: null }],
  ])('is not %s', async (_, changes) => {
    expect(await greet(changes)).toBeNull();
  });

  test('is met once', async () => {
    await greet({});
    expect(greetings).toHaveLength(0);
  });

  test.each([[{ type: 'prefill' }], [{ type: 'eval', code: 'x' }], ['opened'], [{ type: 'locale', locale: 7 }], [[]]])('an unknown word is not heard: %j', (data) => {
    expect(isToPanel(data)).toBe(false);
  });
});

test('the server’s settings are read from the document as data', () => {
  const script = document.createElement('script');
  script.type = 'application/json';
  script.id = 'istom-frame';
  script.textContent = JSON.stringify(settings);
  document.body.append(script);
  expect(readFrameSettings(document)).toEqual(settings);
});
