import { forgetHint } from './hint';
import { lifebuoy } from './lifebuoy';
import type { Settings } from './settings';
import css from './button.css?inline';

/** The button's name, and what is said when the chat is out of reach. */
const texts = {
  ru: ['Чат поддержки', 'Чат недоступен: support@i-stom.ru'],
  en: ['Support chat', 'Chat is unavailable: support@i-stom.ru'],
} as const;

export type Button = ReturnType<typeof makeButton>;

/** What stands on every page of the site: the lifebuoy, and words for the day when nothing comes after it. */
export function makeButton(settings: Settings, press: () => void) {
  const host = document.createElement('istom-chat');
  const root = host.attachShadow({ mode: 'open' });
  const button = document.createElement('button');
  const words = document.createElement('p');
  const label = (note = '') => button.setAttribute('aria-label', texts[settings.locale][0] + note);

  button.setAttribute('aria-expanded', 'false');
  button.onclick = press;
  button.append(lifebuoy());
  words.setAttribute('role', 'alert');
  words.hidden = true;
  dress(root, css);
  root.append(button, words);
  update(settings);
  document.body.append(host);

  function update(changed: Settings): void {
    settings = changed;
    button.classList.toggle('left', settings.position === 'left');
    label();
  }

  return {
    settings: () => settings,
    update,
    host,
    root,
    button,
    dress: (sheet: string) => dress(root, sheet),
    texts,
    /** The button's name, and what it says besides. */
    label,
    /** Whether the chat is known to be out of reach. */
    fail(yes: boolean) {
      words.textContent = texts[settings.locale][1];
      words.hidden = !yes;
    },
    leave() {
      forgetHint(settings.site);
      // Hidden now, removed a moment later: the panel must still hear that it is to forget.
      host.hidden = true;
      setTimeout(() => host.remove(), 500);
    },
  };
}

/** A constructed sheet passes a host page's CSP. Browsers that have none could not draw the panel either: they get no lifebuoy. */
function dress(root: ShadowRoot, css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets.push(sheet);
}
