import type { FrameSettings } from '../contract/frame';

/** What the server printed into the document about the site that embeds it. */
export const readFrameSettings = (document: Document): FrameSettings => JSON.parse(document.getElementById('istom-frame')?.textContent ?? '') as FrameSettings;
