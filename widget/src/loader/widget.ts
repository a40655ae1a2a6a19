import type { ToLoader } from '../contract/frame';
import type { PromiseView } from '../contract/hubs';
import type { PageEvents } from '../contract/page';
import type { Button } from './button';
import { forgetHint, hintUnderway } from './hint';
import { panelLink } from './link';
import { notify, permission } from './notice';
import { makeStage } from './stage';
import type { Settings } from './settings';
import { markTitle, ownTitle } from './title';

const patience = 20_000;

export type Emit = <E extends keyof PageEvents>(event: E, data?: PageEvents[E]) => void;
export type MakeWidget = typeof makeWidget;
export type Widget = ReturnType<MakeWidget>;

/** What becomes of the lifebuoy once it is needed, until shutdown. The methods are the host page's. */
export function makeWidget(button: Button, emit: Emit) {
  let isOpen = false;
  let unread = 0;
  let promise: PromiseView | null = null;
  let impatience = 0;
  let known: Settings['identify'];
  let isMet = false;
  let isGone = false;
  const { host, settings } = button;
  const stage = makeStage(button);
  const link = panelLink(hear);

  const open = () => setOpen(true);
  const close = () => setOpen(false);
  const escape = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close();
  };

  function setOpen(yes: boolean): void {
    if (isOpen === yes) return;
    isOpen = yes;
    if (yes) needFrame();
    stage.open(yes);
    if (isMet) tellOpen();
    emit(yes ? 'opened' : 'closed');
  }

  /** A panel that was loaded again (in another language) is told afresh. */
  function tellOpen(): void {
    link.say(isOpen ? { type: 'opened', fills: stage.fills() } : { type: 'closed' });
  }

  function needFrame(): void {
    if (stage.frame() || isGone) return;
    const frame = stage.makeFrame();
    frame.onload = () => {
      // Without query and fragment: those may hold secrets of the host page.
      const page = location.origin + location.pathname;
      const { server, locale, identify } = settings();
      const greet = (identity?: unknown) =>
        frame.contentWindow && link.connect(frame.contentWindow, server, { type: 'istom:init', locale, page, title: ownTitle(), identity });
      known = identify;
      // The page hears of its own failure; here it is a visitor like any other.
      if (identify) void identify().then(greet, () => greet());
      else greet();
    };
    impatience = window.setTimeout(() => {
      stage.dead(isOpen);
      emit('error', { code: 'unreachable' });
    }, patience);
  }

  function count(answers: number): void {
    unread = answers;
    stage.unread(unread);
    markTitle(unread);
  }

  function hear(message: ToLoader): void {
    switch (message.type) {
      case 'ready':
        clearTimeout(impatience);
        if (isOpen) tellOpen();
        if (!isMet) emit('ready');
        isMet = true;
        return;
      case 'close':
        return close();
      case 'underway':
        return void hintUnderway(settings().site);
      case 'ended':
        return void forgetHint(settings().site);
      case 'unread':
        if (message.count === unread) return;
        count(message.count);
        return emit('unreadCountChange', unread);
      case 'permit':
        return void permission(message.ask).then((state) => link.say({ type: 'permission', state }));
      case 'notify':
        return notify(message.text, open);
      case 'event':
        if (message.name === 'promiseChanged') promise = message.data;
        emit(message.name, message.data);
    }
  }

  document.addEventListener('keydown', escape);

  return {
    open,
    close,
    toggle: () => setOpen(!isOpen),
    /** Makes the panel, hidden: a conversation is under way. */
    warm: needFrame,
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
    /** The settings have changed. */
    update: () => {
      stage.unread(unread);
      const frame = stage.frame();
      // Somebody else, or somebody at last: the panel begins anew as them.
      if (frame && known !== settings().identify) frame.src += '';
      else link.say({ type: 'locale', locale: settings().locale });
    },
    shutdown: () => {
      isGone = true;
      link.say({ type: 'shutdown' });
      clearTimeout(impatience);
      count(0);
      stage.leave();
      document.removeEventListener('keydown', escape);
    },
  };
}
