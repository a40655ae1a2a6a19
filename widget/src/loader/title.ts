let mark = '';

/** The page's own title, without what we put before it. */
export const ownTitle = () => (document.title.startsWith(mark) ? document.title.slice(mark.length) : document.title);

/** "(3) Title" while answers wait, so that a tab in the background tells. */
export function markTitle(count: number): void {
  const own = ownTitle();
  mark = count ? `(${count}) ` : '';
  if (document.title !== mark + own) document.title = mark + own;
}
