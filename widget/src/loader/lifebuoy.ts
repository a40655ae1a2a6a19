const svgNamespace = 'http://www.w3.org/2000/svg';

/** A lifebuoy, node by node: a host page's Trusted Types would refuse markup in a string. */
export function lifebuoy(): SVGElement {
  const svg = node('svg', { viewBox: '0 0 60 60', 'aria-hidden': 'true' });
  const ring = (r: number, stroke: string, width: number, extra = {}) =>
    svg.append(node('circle', { cx: 30, cy: 30, r, fill: 'none', stroke, 'stroke-width': width, ...extra }));
  ring(16.5, '#fff', 13);
  // Four red bands: a dash of an eighth of the circle, turned so that they stand on the diagonals.
  ring(16.5, '#e0432b', 13, { 'stroke-dasharray': '12.96', transform: 'rotate(-67.5 30 30)' });
  ring(23, '#a92a17', 1, { opacity: 0.55 });
  ring(10, '#a92a17', 1, { opacity: 0.55 });
  // The rope, slack between the bands.
  ring(25.4, '#c9b28a', 1.4, { 'stroke-dasharray': '19.95', transform: 'rotate(-45 30 30)', opacity: 0.9 });
  return svg;
}

function node(name: string, attributes: Record<string, string | number>): SVGElement {
  const element = document.createElementNS(svgNamespace, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}
