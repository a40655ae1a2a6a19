import type { Button } from './button';
import css from './stage.css?inline';

const unreadWords = { ru: ', непрочитанных: ', en: ', unread: ' };
/** The panel then fills the window: a phone, or a page that is zoomed until it is as narrow. */
const small = matchMedia('(max-width: 480px), (max-height: 480px)');

/** What the panel's half adds around the button: the iframe, and how many answers wait in it. */
export function makeStage({ host, root, button, dress, texts, settings, label, fail }: Button) {
  const badge = document.createElement('b');
  let frame: HTMLIFrameElement | null = null;
  badge.hidden = true;
  // The canvas under the panel follows the system, whatever the page does.
  host.style.colorScheme = 'light dark';
  dress(css);
  button.append(badge);

  const fills = () => small.matches;
  /** A phone's keyboard covers the window without making it smaller; what is left of it is the visual viewport. */
  const fit = () => {
    const view = window.visualViewport;
    if (!frame || !view) return;
    const isCovered = fills() && view.scale === 1 && view.height < innerHeight;
    frame.style.cssText = isCovered ? `top:${view.offsetTop}px!important;bottom:auto!important;height:${view.height}px` : '';
  };
  const views = ['resize', 'scroll'] as const;
  for (const change of views) window.visualViewport?.addEventListener(change, fit);

  return {
    fills,
    frame: () => frame,
    open(yes: boolean) {
      button.setAttribute('aria-expanded', String(yes));
      button.classList.toggle('open', yes);
      fail(false);
      if (frame) frame.hidden = !yes;
      fit();
      // Into the panel, and back to where one came from.
      (yes ? frame : button)?.focus();
    },
    unread(count: number) {
      const { locale } = settings();
      badge.textContent = count > 99 ? '99+' : String(count);
      badge.hidden = !count;
      label(count ? unreadWords[locale] + count : '');
      if (frame) frame.title = texts[locale][0];
    },
    makeFrame(): HTMLIFrameElement {
      const { server, site, locale } = settings();
      frame = document.createElement('iframe');
      frame.src = `${server}/frame?site=${encodeURIComponent(site)}&locale=${locale}`;
      frame.title = texts[locale][0];
      frame.hidden = true;
      root.append(frame);
      return frame;
    },
    /** The panel did not answer: say so instead of an empty box; the next press tries again. */
    dead(say: boolean) {
      frame?.remove();
      frame = null;
      fail(say);
    },
    leave() {
      for (const change of views) window.visualViewport?.removeEventListener(change, fit);
    },
  };
}
