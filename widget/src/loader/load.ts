import type { MakeWidget } from './widget';

/** Where the panel's half lies and what it must be, known when this half is built. */
declare const PANEL_HALF: { file: string; integrity: string };
/** The panel's half leaves its function on the element that brought it. */
export type HalfScript = HTMLScriptElement & { make?: MakeWidget };

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

/**
 * The panel's half of the loader, fetched at the first need. Checked by its hash, so that a page that pins this half with
 * SRI has pinned both.
 */
export function loadHalf(server: string, nonce: string | undefined, got: (make: MakeWidget) => void, failed: () => void): void {
  const script: HalfScript = document.createElement('script');
  const { file, integrity } = PANEL_HALF;
  const url = `${server}/${file}`;
  script.onload = () => (script.make ? got(script.make) : failed());
  script.onerror = failed;
  script.integrity = integrity;
  // As 'anonymous': the hash of a foreign file is checked only if it may be read.
  script.crossOrigin = '';
  if (nonce) script.nonce = nonce;
  // A page may accept addresses of scripts from named policies only.
  script.src = (window as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('istom-chat', { createScriptURL: (own) => own }).createScriptURL(url) ?? url;
  document.body.append(script);
}
