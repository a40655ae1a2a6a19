export type Token = { text: string; href: string | null };

// Stops before white space, quotes and angle brackets; a mail address is recognised bare.
const candidates = /\bhttps?:\/\/[^\s<>"'«»]+|\bmailto:[^\s<>"'«»]+|[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/giu;
const allowed = new Set(['http:', 'https:', 'mailto:']);

/** Cuts a text into plain parts and links. Joined together the parts are the text again, untouched. */
export function tokens(text: string): Token[] {
  const found: Token[] = [];
  let at = 0;
  for (const match of text.matchAll(candidates)) {
    const shown = withoutTrailingPunctuation(match[0]);
    const href = safeHref(shown);
    if (href === null) continue;
    if (match.index > at) found.push({ text: text.slice(at, match.index), href: null });
    found.push({ text: shown, href });
    at = match.index + shown.length;
  }
  if (at < text.length) found.push({ text: text.slice(at), href: null });
  return found;
}

/** The sentence's full stop is not the address's; a bracket is, if it was opened inside. */
function withoutTrailingPunctuation(link: string): string {
  let end = link.length;
  while (end > 0) {
    const last = link[end - 1] ?? '';
    const unopened = last === ')' && !link.slice(0, end).includes('(');
    if (!'.,;:!?…'.includes(last) && !unopened) break;
    end--;
  }
  return link.slice(0, end);
}

const schemes = /^(https?:\/\/[^/]|mailto:.)/i;

function safeHref(shown: string): string | null {
  const href = schemes.test(shown) ? shown : shown.includes('@') && !shown.includes('://') && !/^mailto:/i.test(shown) ? `mailto:${shown}` : null;
  const scheme = href?.slice(0, href.indexOf(':') + 1).toLowerCase();
  return href !== null && scheme !== undefined && allowed.has(scheme) ? href : null;
}
