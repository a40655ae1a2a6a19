// A conversation is under way: "1" and nothing else, so that a page knows without the visitor's cookie.
const key = (site: string) => `istom-chat:${site}`;

export function hintedUnderway(site: string): boolean {
  try {
    return localStorage.getItem(key(site)) === '1';
  } catch {
    return false; // Storage is denied: the panel is made on the first open.
  }
}

export function hintUnderway(site: string, yes: boolean): void {
  try {
    if (yes) localStorage.setItem(key(site), '1');
    else localStorage.removeItem(key(site));
  } catch {
    // Nothing to be done, nothing is lost.
  }
}
