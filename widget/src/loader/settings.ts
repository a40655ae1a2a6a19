import type { Identify, PageSettings } from '../contract/page';

export interface Settings {
  server: string;
  site: string;
  locale: 'ru' | 'en';
  position?: unknown;
  identify?: Identify;
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
  const server = originOf(all.server ?? script?.src);
  if (!server || !all.site) return null;
  return {
    ...(all as { identify?: Identify }),
    server,
    site: String(all.site),
    locale: /^en/i.test(String(all.locale ?? document.documentElement.lang)) ? 'en' : 'ru',
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
