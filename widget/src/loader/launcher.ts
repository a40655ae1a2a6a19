import { lifebuoy } from './lifebuoy';
import type { Settings } from './settings';
import css from './styles.css?inline';

const texts = {
  ru: { open: 'Чат поддержки', title: 'Чат с поддержкой', unread: 'непрочитанных:', dead: 'Чат сейчас недоступен. Напишите нам: support@i-stom.ru' },
  en: { open: 'Support chat', title: 'Chat with support', unread: 'unread:', dead: 'The chat is not available now. Write to us: support@i-stom.ru' },
};

/** What stands on the host page: the button, and once it is asked for, the iframe. */
export class Launcher {
  readonly host = document.createElement('istom-chat');
  readonly button = document.createElement('button');
  readonly #badge = document.createElement('b');
  readonly #root = this.host.attachShadow({ mode: 'open' });
  readonly #dead = document.createElement('p');
  frame: HTMLIFrameElement | null = null;
  #unread = 0;

  constructor(private settings: Settings) {
    dress(this.#root);
    this.button.type = 'button';
    this.button.append(lifebuoy(), this.#badge);
    this.#dead.hidden = true;
    this.#dead.setAttribute('role', 'alert');
    this.#root.append(this.button, this.#dead);
    this.update(settings);
    this.unread(0);
    this.opened(false);
  }

  update(settings: Settings): void {
    this.settings = settings;
    this.button.classList.toggle('left', settings.position === 'left');
    if (this.frame) this.frame.title = texts[settings.locale].title;
    this.#label();
  }

  makeFrame(): HTMLIFrameElement {
    const { server, site, locale } = this.settings;
    const frame = document.createElement('iframe');
    frame.src = `${server}/frame?site=${encodeURIComponent(site)}&locale=${locale}`;
    frame.title = texts[locale].title;
    frame.hidden = true;
    this.#root.append(frame);
    return (this.frame = frame);
  }

  opened(yes: boolean): void {
    this.button.setAttribute('aria-expanded', String(yes));
    this.button.classList.toggle('open', yes);
    if (this.frame) this.frame.hidden = !yes;
    if (!yes) this.#dead.hidden = true;
    else this.frame?.focus();
  }

  unread(count: number): void {
    this.#unread = count;
    this.#badge.textContent = count > 99 ? '99+' : String(count);
    this.#badge.hidden = count === 0;
    this.#label();
  }

  /** The panel did not answer: say so instead of an empty box. */
  dead(): void {
    this.#dead.textContent = texts[this.settings.locale].dead;
    this.#dead.hidden = false;
    this.frame?.remove();
    this.frame = null;
  }

  #label(): void {
    const { open, unread } = texts[this.settings.locale];
    this.button.setAttribute('aria-label', this.#unread ? `${open}, ${unread} ${this.#unread}` : open);
  }
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
