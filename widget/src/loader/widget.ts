import type { ToLoader } from '../contract/frame';
import type { PromiseView } from '../contract/hubs';
import { hintedUnderway, hintUnderway } from './hint';
import { Launcher } from './launcher';
import { PanelLink } from './link';
import type { Settings } from './settings';

const patience = 20_000;

/** One lifebuoy with its panel, from boot to shutdown. */
export class Widget {
  readonly #launcher: Launcher;
  readonly #link = new PanelLink((message) => this.#hear(message));
  readonly #escape = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && this.isOpen) this.close();
  };
  #impatience = 0;
  isOpen = false;
  unread = 0;
  promise: PromiseView | null = null;

  constructor(
    private settings: Settings,
    private readonly emit: (event: string, data?: unknown) => void,
  ) {
    this.#launcher = new Launcher(settings);
    this.#launcher.button.onclick = () => this.toggle();
    document.body.append(this.#launcher.host);
    document.addEventListener('keydown', this.#escape);
    if (hintedUnderway(settings.site)) whenIdle(() => this.#frame());
  }

  open(): void {
    if (this.isOpen) return;
    this.isOpen = true;
    this.#frame();
    this.#launcher.opened(true);
    this.#link.say({ type: 'opened' });
    this.emit('opened');
  }

  close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.#launcher.opened(false);
    this.#link.say({ type: 'closed' });
    this.#launcher.button.focus();
    this.emit('closed');
  }

  toggle(): void {
    if (this.isOpen) this.close();
    else this.open();
  }

  show(yes: boolean): void {
    if (!yes) this.close();
    this.#launcher.host.hidden = !yes;
    this.#launcher.button.hidden = !yes;
  }

  prefill(text: unknown): void {
    this.#frame();
    this.#link.say({ type: 'prefill', text: String(text) });
  }

  update(settings: Settings): void {
    this.settings = settings;
    this.#launcher.update(settings);
    this.#link.say({ type: 'locale', locale: settings.locale });
  }

  shutdown(): void {
    this.#link.say({ type: 'shutdown' });
    hintUnderway(this.settings.site, false);
    clearTimeout(this.#impatience);
    document.removeEventListener('keydown', this.#escape);
    this.#launcher.host.remove();
  }

  #frame(): void {
    if (this.#launcher.frame || !this.#launcher.host.isConnected) return;
    const frame = this.#launcher.makeFrame();
    const { server, locale } = this.settings;
    frame.onload = () => {
      const page = location.origin + location.pathname;
      if (frame.contentWindow) this.#link.connect(frame.contentWindow, server, { type: 'istom:init', locale, page, title: document.title });
    };
    this.#impatience = setTimeout(() => {
      if (this.isOpen) this.#launcher.dead();
      this.emit('error', { code: 'unreachable' });
    }, patience) as unknown as number;
  }

  #hear(message: ToLoader): void {
    switch (message.type) {
      case 'ready':
        clearTimeout(this.#impatience);
        return this.emit('ready');
      case 'close':
        return this.close();
      case 'underway':
        return hintUnderway(this.settings.site, true);
      case 'unread':
        if (message.count === this.unread) return;
        this.unread = message.count;
        this.#launcher.unread(message.count);
        return this.emit('unreadCountChange', message.count);
      case 'event':
        if (message.name === 'promiseChanged') this.promise = message.data;
        this.emit(message.name, message.data);
    }
  }
}

function whenIdle(run: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(run, { timeout: 5000 });
  else setTimeout(run, 1500);
}
