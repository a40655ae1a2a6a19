import type { FrameSettings, Init, PanelEvents, ToLoader, ToPanel } from '../contract/frame';

/** The page around the panel, as far as the panel may know it. */
export interface Host {
  init: Omit<Init, 'type'>;
  isEmbedded: boolean;
  /** For what comes later, and listens for itself. */
  port?: MessagePort;
  say(message: ToLoader): void;
  listen(listener: (message: ToPanel) => void): void;
}

/** Waits for the lifebuoy's greeting. Whoever is not the parent, or not of a listed origin, is not heard. */
export function meetHost(window: Window, settings: FrameSettings): Promise<Host> {
  if (window.parent === window) return Promise.resolve(standalone(window, settings));
  return new Promise((resolve) => {
    const greet = (event: MessageEvent<unknown>) => {
      const port = event.ports[0];
      if (event.source !== window.parent || !settings.origins.includes(event.origin)) return;
      if (!port || !isInit(event.data)) return;
      window.removeEventListener('message', greet);
      resolve(embedded(port, event.data));
    };
    window.addEventListener('message', greet);
  });
}

/** Opened in a tab of its own. */
function standalone(window: Window, settings: FrameSettings): Host {
  const page = window.location.origin + window.location.pathname;
  return { init: { locale: settings.locale, page, title: '' }, isEmbedded: false, say: () => {}, listen: () => {} };
}

function embedded(port: MessagePort, init: Init): Host {
  return {
    init: { ...init, page: init.page.slice(0, 2000), title: init.title.slice(0, 300) },
    isEmbedded: true,
    port,
    say: (message) => port.postMessage(message),
    listen: (listener) => {
      port.onmessage = ({ data }: MessageEvent<unknown>) => {
        if (isToPanel(data)) listener(data);
      };
    },
  };
}

export function eventTo(host: Host) {
  return <K extends keyof PanelEvents>(name: K, data: PanelEvents[K]): void => host.say({ type: 'event', name, data } as ToLoader);
}

function isInit(data: unknown): data is Init {
  return isTyped(data) && data.type === 'istom:init' && ['locale', 'page', 'title'].every((key) => typeof data[key] === 'string');
}

export function isToPanel(data: unknown): data is ToPanel {
  if (!isTyped(data)) return false;
  switch (data.type) {
    case 'opened':
      return typeof data['fills'] === 'boolean';
    case 'closed':
    case 'shutdown':
      return true;
    case 'prefill':
      return typeof data['text'] === 'string';
    case 'locale':
      return typeof data['locale'] === 'string';
    default:
      return false;
  }
}

export function isTyped(data: unknown): data is Record<string, unknown> & { type: string } {
  return typeof data === 'object' && data !== null && typeof (data as { type?: unknown }).type === 'string';
}
