import type { Init, ToLoader, ToPanel } from '../contract/frame';

type Kind = ToLoader['type'];
const kinds = new Set<Kind>(['ready', 'close', 'unread', 'underway', 'event']);

/** The port to the panel. What is said before it answers waits for it. */
export class PanelLink {
  #port: MessagePort | null = null;
  #ready = false;
  #early: ToPanel[] = [];

  constructor(private readonly listen: (message: ToLoader) => void) {}

  /** At each load of the iframe: to its exact origin, so that whatever else was loaded there hears nothing. */
  connect(panel: Window, origin: string, init: Init): void {
    this.#port?.close();
    this.#ready = false;
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    port1.onmessage = ({ data }: MessageEvent<unknown>) => this.#receive(data);
    panel.postMessage(init, origin, [port2]);
  }

  say(message: ToPanel): void {
    if (this.#ready) this.#port?.postMessage(message);
    else this.#early.push(message);
  }

  #receive(data: unknown): void {
    if (!isToLoader(data)) return;
    if (data.type === 'ready') {
      this.#ready = true;
      for (const message of this.#early.splice(0)) this.say(message);
    }
    this.listen(data);
  }
}

export function isToLoader(data: unknown): data is ToLoader {
  if (typeof data !== 'object' || data === null) return false;
  const { type, count, name } = data as { type?: Kind; count?: unknown; name?: unknown };
  if (type === 'unread') return Number.isSafeInteger(count) && (count as number) >= 0;
  if (type === 'event') return typeof name === 'string';
  return type !== undefined && kinds.has(type);
}
