import type { PageSettings } from '../contract/page';

export interface Settings {
  server: string;
  site: string;
  locale: 'ru' | 'en';
  position: 'right' | 'left';
}

type Given = { [K in keyof PageSettings]?: unknown };

declare global {
  interface Window {
    istomChatSettings?: Given;
  }
}

/** Attributes of the script tag, overridden by the page's settings object, overridden by a call of the API. */
export function readSettings(script: HTMLScriptElement | null, ...given: (Given | undefined)[]): Settings | null {
  const all: Given = Object.assign({}, script?.dataset, ...given);
  const server = originOf(all.server) ?? originOf(script?.src);
  if (server === null || typeof all.site !== 'string' || all.site === '') return null;
  const language = typeof all.locale === 'string' ? all.locale : document.documentElement.lang;
  return {
    server,
    site: all.site,
    locale: /^en/i.test(language) ? 'en' : 'ru',
    position: all.position === 'left' ? 'left' : 'right',
  };
}

function originOf(address: unknown): string | null {
  try {
    const url = new URL(String(address));
    return /^https?:$/.test(url.protocol) ? url.origin : null;
  } catch {
    return null;
  }
}
