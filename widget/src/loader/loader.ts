import type { PageEvents, PageMethods } from '../contract/page';
import { type Button, makeButton } from './button';
import { isHintedUnderway } from './hint';
import { loadHalf } from './load';
import { readSettings, type Settings } from './settings';
import type { Emit, Widget } from './widget';

type Listener = (data?: unknown) => void;
type Method = (...args: never[]) => unknown;
interface Api {
  (method: string, ...args: unknown[]): unknown;
  q?: ArrayLike<unknown>[];
  loaded?: true;
}

declare global {
  interface Window {
    istomChat?: Api;
  }
}

function start(): void {
  // currentScript is null where a module or a tag manager made the tag: then the tag that names a widget is ours.
  const script = (document.currentScript ?? document.querySelector('script[src*="/widget."]')) as HTMLScriptElement | null;
  const listeners: { [E in keyof PageEvents]?: Set<Listener> } = {};
  let button: Button | null = null;
  let widget: Widget | null = null;
  let wishes: ((widget: Widget) => void)[] = [];
  let given = {};

  const emit: Emit = (event, data) => {
    // Each in a task of its own: the host page's bug stays the host page's.
    listeners[event]?.forEach((listener) => queueMicrotask(() => listener(data)));
  };
  const configured = (changes?: unknown): Settings | null => {
    given = { ...given, ...(changes as object) };
    return readSettings(script, window.istomChatSettings, given);
  };
  /** Carried out in the order wished: now, or as soon as the panel's half is here. */
  const need = (wish: (widget: Widget) => void, isPressed = true) => {
    const mine = button;
    if (widget) return wish(widget);
    if (!mine || wishes.push(wish) > 1) return;
    mine.fail(false);
    loadHalf(
      mine.settings().server,
      script?.nonce,
      (make) => {
        if (button !== mine) return;
        const made = (widget = make(mine, emit));
        wishes.forEach((run) => run(made));
      },
      () => {
        wishes = [];
        mine.fail(isPressed);
        emit('error', { code: 'unreachable' });
      },
    );
  };

  const passedOn = ['open', 'close', 'toggle', 'show', 'hide', 'prefill'] as const satisfies (keyof PageMethods)[];
  const methods: Record<string, Method> = {
    boot: (changes?: unknown) => {
      const settings = configured(changes);
      if (!settings) return emit('error', { code: 'no-site' });
      if (button) return;
      button = makeButton(settings, () => need((made) => made.toggle()));
      // Not in the page's first task: storage may have to be fetched from the disk.
      setTimeout(() => isHintedUnderway(settings.site) && need((made) => made.warm(), false), 200);
    },
    update: (changes?: unknown) => {
      const settings = configured(changes);
      if (!settings) return;
      button?.update(settings);
      widget?.update();
    },
    identify: (identify: unknown) => api('update', { identify }),
    shutdown: () => {
      widget?.shutdown();
      button?.leave();
      wishes = [];
      widget = button = null;
    },
    on: (event: keyof PageEvents, listener: Listener) => {
      (listeners[event] ??= new Set()).add(listener);
      return () => listeners[event]?.delete(listener);
    },
    getUnreadCount: () => widget?.getUnreadCount() ?? 0,
    getPromise: () => widget?.getPromise() ?? null,
  } satisfies Record<Exclude<keyof PageMethods, (typeof passedOn)[number]>, Method>;
  for (const name of passedOn) methods[name] = (text: unknown) => need((made) => made[name](text));

  const early = window.istomChat?.q ?? [];
  const api: Api = (method, ...args) => {
    if (Object.hasOwn(methods, method)) return methods[method]?.(...(args as never[]));
    console.warn('istomChat', method);
    emit('error', { code: 'unknown-method' });
  };
  api.loaded = true;
  window.istomChat = api;

  const begin = () => {
    if (configured()) api('boot');
    for (const call of early) api(...(Array.from(call) as [string]));
  };
  if (document.body) begin();
  else addEventListener('DOMContentLoaded', begin);
}

if (!window.istomChat?.loaded) start();
