/** A conversation is under way: "1" and nothing else, so that a page knows without the visitor's cookie. */
const key = (site: string) => `istom-chat:${site}`;

/** Storage that is denied knows of no conversation, and keeps none: the panel is then made on the first open. */
const tried = <T>(use: () => T): T | undefined => {
  try {
    return use();
  } catch {
    // As if nothing were there.
  }
};

export const isHintedUnderway = (site: string) => tried(() => localStorage.getItem(key(site)));
export const hintUnderway = (site: string) => tried(() => localStorage.setItem(key(site), '1'));
export const forgetHint = (site: string) => tried(() => localStorage.removeItem(key(site)));
