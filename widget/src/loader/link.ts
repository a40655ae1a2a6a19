import type { Init, ToLoader, ToPanel } from '../contract/frame';

// Closures rather than classes throughout the loader: a minifier shortens names of variables, not of members.

export interface PanelLink {
  connect(panel: Window, origin: string, init: Init): void;
  say(message: ToPanel): void;
}

/** The port to the panel. What is said before it answers waits for it. */
export function panelLink(listen: (message: ToLoader) => void): PanelLink {
  let port: MessagePort | undefined;
  let isReady = false;
  const early: ToPanel[] = [];
  const say = (message: ToPanel) => {
    if (isReady) port?.postMessage(message);
    else early.push(message);
  };
  return {
    say,
    /** At each load of the iframe: to its exact origin, so that whatever else was loaded there hears nothing. */
    connect(panel, origin, init) {
      port?.close();
      isReady = false;
      const channel = new MessageChannel();
      port = channel.port1;
      port.onmessage = ({ data }: MessageEvent<unknown>) => {
        if (!isToLoader(data)) return;
        if (data.type === 'ready') {
          isReady = true;
          listen(data);
          early.splice(0).forEach(say);
        } else listen(data);
      };
      panel.postMessage(init, origin, [channel.port2]);
    },
  };
}

export function isToLoader(data: unknown): data is ToLoader {
  if (typeof data !== 'object' || data === null) return false;
  const { type, count, name } = data as { type?: unknown; count?: unknown; name?: unknown };
  if (type === 'unread') return Number.isSafeInteger(count) && (count as number) >= 0;
  if (type === 'event') return typeof name === 'string';
  return ['ready', 'close', 'underway', 'ended', 'permit', 'notify'].includes(String(type));
}
