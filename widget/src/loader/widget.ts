import type { ToLoader } from '../contract/frame';
import type { PromiseView } from '../contract/hubs';
import type { PageEvents } from '../contract/page';
import { hintedUnderway, hintUnderway } from './hint';
import { makeLauncher } from './launcher';
import { panelLink } from './link';
import type { Settings } from './settings';

const patience = 20_000;

export type Emit = <E extends keyof PageEvents>(event: E, data?: PageEvents[E]) => void;
export type Widget = ReturnType<typeof makeWidget>;

/** One lifebuoy with its panel, from boot to shutdown. The methods are the host page's. */
export function makeWidget(settings: Settings, emit: Emit) {
  let isOpen = false;
  let unread = 0;
  let promise: PromiseView | null = null;
  let impatience = 0;
  let isGone = false;

  const open = () => setOpen(true);
  const close = () => setOpen(false);
  const toggle = () => setOpen(!isOpen);
  const launcher = makeLauncher(toggle);
  const { host } = launcher;
  const link = panelLink(hear);
  const escape = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close();
  };

  function setOpen(yes: boolean): void {
    if (isOpen === yes) return;
    isOpen = yes;
    if (yes) needFrame();
    launcher.open(yes);
    const type = yes ? 'opened' : 'closed';
    link.say({ type });
    emit(type);
  }

  function needFrame(): void {
    if (launcher.frame() || isGone) return;
    const frame = launcher.makeFrame();
    frame.onload = () => {
      // Without query and fragment: those may hold secrets of the host page.
      const page = location.origin + location.pathname;
      const { server, locale } = settings;
      if (frame.contentWindow) link.connect(frame.contentWindow, server, { type: 'istom:init', locale, page, title: document.title });
    };
    impatience = window.setTimeout(() => {
      launcher.dead(isOpen);
      emit('error', { code: 'unreachable' });
    }, patience);
  }

  function hear(message: ToLoader): void {
    switch (message.type) {
      case 'ready':
        clearTimeout(impatience);
        return emit('ready');
      case 'close':
        return close();
      case 'underway':
        return hintUnderway(settings.site, true);
      case 'unread':
        if (message.count === unread) return;
        unread = message.count;
        launcher.unread(unread);
        return emit('unreadCountChange', unread);
      case 'event':
        if (message.name === 'promiseChanged') promise = message.data;
        emit(message.name, message.data);
    }
  }

  launcher.update(settings);
  document.body.append(host);
  document.addEventListener('keydown', escape);
  if (hintedUnderway(settings.site)) (window.requestIdleCallback ?? setTimeout)(needFrame);

  return {
    open,
    close,
    toggle,
    show: () => {
      host.hidden = false;
    },
    hide: () => {
      close();
      host.hidden = true;
    },
    prefill: (text: unknown) => {
      needFrame();
      link.say({ type: 'prefill', text: String(text) });
    },
    getUnreadCount: () => unread,
    getPromise: () => promise,
    update: (changed: Settings) => {
      settings = changed;
      launcher.update(settings);
      link.say({ type: 'locale', locale: settings.locale });
    },
    shutdown: () => {
      isGone = true;
      link.say({ type: 'shutdown' });
      hintUnderway(settings.site, false);
      clearTimeout(impatience);
      document.removeEventListener('keydown', escape);
      // Hidden now, removed a moment later: the panel must still hear that it is to forget.
      host.hidden = true;
      setTimeout(() => host.remove(), 500);
    },
  };
}
