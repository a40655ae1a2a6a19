import { lifebuoy } from './lifebuoy';
import type { Settings } from './settings';
import css from './styles.css?inline';

const texts = {
  ru: ['Чат поддержки', 'непрочитанных:', 'Чат недоступен: support@i-stom.ru'],
  en: ['Support chat', 'unread:', 'Chat is unavailable: support@i-stom.ru'],
} as const;

export type Launcher = ReturnType<typeof makeLauncher>;

/** What stands on the host page: the button, and once it is asked for, the iframe. */
export function makeLauncher(press: () => void) {
  const host = document.createElement('istom-chat');
  const root = host.attachShadow({ mode: 'open' });
  const button = document.createElement('button');
  const badge = document.createElement('b');
  const words = document.createElement('p');
  let frame: HTMLIFrameElement | null = null;
  let unread = 0;
  let settings: Settings;

  dress(root);
  button.setAttribute('aria-expanded', 'false');
  words.hidden = true;
  button.onclick = press;
  button.append(lifebuoy(), badge);
  words.setAttribute('role', 'alert');
  root.append(button, words);

  const label = () => {
    const [name, count] = texts[settings.locale];
    button.setAttribute('aria-label', unread ? `${name}, ${count} ${unread}` : name);
    if (frame) frame.title = name;
    badge.textContent = unread > 99 ? '99+' : String(unread);
    badge.hidden = !unread;
  };
  const open = (yes: boolean) => {
    button.setAttribute('aria-expanded', String(yes));
    button.classList.toggle('open', yes);
    words.hidden = true;
    if (frame) frame.hidden = !yes;
    // Into the panel, and back to where one came from.
    (yes ? frame : button)?.focus();
  };

  return {
    host,
    open,
    frame: () => frame,
    update(changed: Settings) {
      settings = changed;
      button.classList.toggle('left', settings.position === 'left');
      label();
    },
    unread(count: number) {
      unread = count;
      label();
    },
    makeFrame(): HTMLIFrameElement {
      frame = document.createElement('iframe');
      frame.src = `${settings.server}/frame?site=${encodeURIComponent(settings.site)}&locale=${settings.locale}`;
      frame.hidden = true;
      root.append(frame);
      label();
      return frame;
    },
    /** The panel did not answer: say so instead of an empty box; the next press tries again. */
    dead(say: boolean) {
      frame?.remove();
      frame = null;
      words.textContent = texts[settings.locale][2];
      words.hidden = !say;
    },
  };
}

/** A constructed sheet passes a host page's CSP; a style element is for browsers that have none. */
function dress(root: ShadowRoot): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } catch {
    const style = document.createElement('style');
    style.textContent = css;
    root.append(style);
  }
}
