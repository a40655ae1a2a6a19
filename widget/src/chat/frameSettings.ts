import type { FrameSettings } from '../contract/frame';

/** What the server printed into the document about the site that embeds it. */
export function readFrameSettings(document: Document): FrameSettings {
  const given = JSON.parse(document.getElementById('istom-frame')?.textContent ?? '{}') as Partial<FrameSettings>;
  return {
    site: given.site ?? '',
    siteName: given.siteName ?? '',
    origins: Array.isArray(given.origins) ? given.origins : [],
    locale: given.locale ?? 'ru',
  };
}
