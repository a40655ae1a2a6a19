import type { ComponentChildren, JSX } from 'preact';

/** A piece of a rendered article: elements and text nodes are made of it, never HTML. */
export interface ArticleNode {
  kind: 'Paragraph' | 'Heading' | 'Bullets' | 'Numbers' | 'Item' | 'Quote' | 'CodeBlock' | 'Rule' | 'Text' | 'Strong' | 'Emphasis' | 'Code' | 'Link' | 'Break';
  text: string | null;
  href: string | null;
  level: number | null;
  inside: readonly ArticleNode[] | null;
}

/** An article as its readers see it. */
export function Rendered({ nodes }: { nodes: readonly ArticleNode[] }) {
  return <div class="rendered">{nodes.map(draw)}</div>;
}

/** An article stands beneath the headings of the page that shows it. */
const headingOf = (level: number) => `h${Math.min(6, level + 2)}` as 'h3';

const elements: Partial<Record<ArticleNode['kind'], keyof JSX.IntrinsicElements>> = {
  Paragraph: 'p',
  Bullets: 'ul',
  Numbers: 'ol',
  Item: 'li',
  Quote: 'blockquote',
  Strong: 'strong',
  Emphasis: 'em',
};

function draw({ kind, text, href, level, inside }: ArticleNode, at: number): ComponentChildren {
  const within = inside?.map(draw);
  if (kind === 'Text') return text;
  if (kind === 'Code') return <code key={at}>{text}</code>;
  if (kind === 'CodeBlock') return <pre key={at}>{text}</pre>;
  if (kind === 'Rule') return <hr key={at} />;
  if (kind === 'Break') return <br key={at} />;
  if (kind === 'Link') {
    return (
      <a key={at} href={href ?? undefined} target="_blank" rel="noreferrer">
        {within}
      </a>
    );
  }
  const Element = kind === 'Heading' ? headingOf(level ?? 1) : (elements[kind] as 'p');
  return <Element key={at}>{within}</Element>;
}
