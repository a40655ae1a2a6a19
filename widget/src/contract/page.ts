// What a host page may say to the lifebuoy, `istomChat(method, …)`, and hear of it, `istomChat('on', event, listener)`.

import type { PanelEvents } from './frame';
import type { PromiseView } from './hubs';

/** `data-*` attributes of the script tag, `window.istomChatSettings`, or the argument of `boot` and `update`: the later wins. */
export interface PageSettings {
  /** Where the chat is; the script's own origin unless given. */
  server?: string;
  /** Key of the site, from the server's configuration. */
  site?: string;
  /** Unless given, the page's own language. */
  locale?: 'ru' | 'en';
  position?: 'right' | 'left';
  /** Asks the page's server for a JWT that says who is signed in; a new one each time. */
  identify?: Identify;
}

export type Identify = () => Promise<string>;

export interface PageMethods {
  boot(settings?: PageSettings): void;
  update(settings?: PageSettings): void;
  /** Removes the lifebuoy and its panel, and ends the visitor's session in this browser. */
  shutdown(): void;
  open(): void;
  close(): void;
  toggle(): void;
  show(): void;
  hide(): void;
  /** Says who is signed in; instead of the setting of this name. */
  identify(ask: Identify): void;
  /** Puts a text into the composer; nothing is sent. */
  prefill(text: string): void;
  getUnreadCount(): number;
  /** As of the last `promiseChanged`; null when nothing is promised or the panel was never opened. */
  getPromise(): PromiseView | null;
  /** Returns a function that unsubscribes. */
  on(event: keyof PageEvents, listener: (data?: unknown) => void): () => void;
}

export interface PageEvents extends PanelEvents {
  ready: undefined;
  error: { code: 'no-site' | 'unreachable' | 'unknown-method' };
  opened: undefined;
  closed: undefined;
  unreadCountChange: number;
}
