import { readSettings } from './settings';
import { Widget } from './widget';

type Listener = (data?: unknown) => void;
type Call = [method: string, ...args: unknown[]];
interface Api {
  (...call: Call): unknown;
  q?: ArrayLike<unknown>[];
  loaded?: true;
}

declare global {
  interface Window {
    istomChat?: Api;
  }
}

function start(): void {
  // currentScript is null where the tag was made by a module or a tag manager: then the last such tag is ours.
  const script = (document.currentScript ?? document.querySelector('script[src*="/widget."]')) as HTMLScriptElement | null;
  const listeners = new Map<string, Set<Listener>>();
  let widget: Widget | null = null;
  let given = {};

  const emit = (event: string, data?: unknown) => {
    for (const listener of [...(listeners.get(event) ?? [])]) {
      try {
        listener(data);
      } catch (error) {
        // The host page's bug stays the host page's.
        console.error(error);
      }
    }
  };
  const configure = (settings: unknown) => {
    given = Object.assign({}, given, settings);
    return readSettings(script, window.istomChatSettings, given);
  };

  const methods: Record<string, (...args: never[]) => unknown> = {
    boot: (settings?: unknown) => {
      const all = configure(settings);
      if (all && !widget) widget = new Widget(all, emit);
      else if (!all) emit('error', { code: 'no-site' });
    },
    update: (settings?: unknown) => {
      const all = configure(settings);
      if (all) widget?.update(all);
    },
    shutdown: () => {
      widget?.shutdown();
      widget = null;
    },
    open: () => widget?.open(),
    close: () => widget?.close(),
    toggle: () => widget?.toggle(),
    show: () => widget?.show(true),
    hide: () => widget?.show(false),
    prefill: (text: unknown) => widget?.prefill(text),
    getUnreadCount: () => widget?.unread ?? 0,
    getPromise: () => widget?.promise ?? null,
    on: (event: string, listener: Listener) => {
      const set = listeners.get(event) ?? new Set();
      listeners.set(event, set.add(listener));
      return () => set.delete(listener);
    },
  };

  const early = window.istomChat?.q ?? [];
  const api: Api = (method, ...args) => {
    if (Object.hasOwn(methods, method)) return methods[method]?.(...(args as never[]));
    console.warn(`istomChat: no such method: ${method}`);
    return undefined;
  };
  api.loaded = true;
  window.istomChat = api;

  const begin = () => {
    if (readSettings(script, window.istomChatSettings)) api('boot');
    for (const call of early) api(...(Array.from(call) as Call));
  };
  if (document.body) begin();
  else document.addEventListener('DOMContentLoaded', begin);
}

if (!window.istomChat?.loaded) start();
