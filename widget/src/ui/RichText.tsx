import { tokens } from '../core/links';

/** Somebody's words: text nodes and links, never markup. */
export function RichText({ text }: { text: string }) {
  return (
    <span class="text" dir="auto">
      {tokens(text).map((token, at) =>
        token.href === null ? (
          token.text
        ) : (
          <a key={at} href={token.href} target="_blank" rel="noopener noreferrer nofollow">
            {token.text}
          </a>
        ),
      )}
    </span>
  );
}
