// What the lifebuoy (on the host page) and the panel (in its iframe) say to one another over their port.

import type { PromiseView, TicketStatus } from './hubs';

/** The document of GET /frame carries it as `<script type="application/json" id="istom-frame">`. */
export interface FrameSettings {
  site: string;
  /** The origins that may embed the panel for this site. */
  origins: string[];
  locale: string;
  /** The site's own words, instead of the panel's of these keys. */
  words?: Record<string, string>;
  /** What the site tells about personal data. */
  notice?: PrivacyNotice;
}

export interface PrivacyNotice {
  text: string;
  link?: string;
  /** The first message needs the visitor's consent. */
  needsConsent: boolean;
}

/** Posted once to the panel's window, with a port; everything after goes over the port. */
export interface Init {
  type: 'istom:init';
  locale: string;
  /** Address without query and fragment: those may hold secrets of the host page. */
  page: string;
  title: string;
  /** A JWT of the site's for its signed-in user; serves once. */
  identity?: unknown;
}

export type ToPanel =
  /** fills: the panel covers the whole window, so the page behind is out of reach. */
  | { type: 'opened'; fills: boolean }
  | { type: 'closed' }
  | { type: 'prefill'; text: string }
  | { type: 'locale'; locale: string }
  /** Whether the page may show notifications; `none` where it has none. Answers `permit`. */
  | { type: 'permission'; state: NotificationPermission | 'none' }
  | { type: 'shutdown' };

export interface PanelEvents {
  messageSent: { id: string };
  messageReceived: { id: string; sequence: number };
  ticketCreated: { number: string };
  promiseChanged: PromiseView | null;
  queueChanged: { ahead: number; more: boolean } | null;
  statusChanged: { number: string; status: TicketStatus };
  connectionChanged: { connected: boolean };
}

export type PanelEvent = { [K in keyof PanelEvents]: { type: 'event'; name: K; data: PanelEvents[K] } }[keyof PanelEvents];

export type ToLoader =
  | { type: 'ready' }
  | { type: 'close' }
  | { type: 'unread'; count: number }
  /** May the page show notifications? `ask`: the visitor has just chosen them, so the browser may put the question. */
  | { type: 'permit'; ask: boolean }
  /** Shows one, from the page's own origin: browsers deny them to foreign frames. Pressed, it opens the panel. */
  | { type: 'notify'; text: string }
  /** A conversation is under way: create the panel, hidden, on the next page too. */
  | { type: 'underway' }
  /** It was ended on this computer: create none. */
  | { type: 'ended' }
  | PanelEvent;
