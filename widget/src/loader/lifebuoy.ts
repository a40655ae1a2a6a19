const svgNamespace = 'http://www.w3.org/2000/svg';

// Radius, colour, width, dash, turn: the white ring, four red bands on its diagonals, its two edges, the rope.
const circles: [number, string, number, number?, number?][] = [
  [18, '#fff', 14],
  [18, '#e0432b', 14, 14.14, -67.5],
  [25, '#c9584a', 1],
  [11, '#c9584a', 1],
  [27.2, '#c9b28a', 1.5, 21.36, -22.5],
];

/** A lifebuoy, node by node: a host page's Trusted Types would refuse markup in a string. */
export function lifebuoy(): SVGElement {
  const svg = node('svg', { viewBox: '-30 -30 60 60', fill: 'none', 'aria-hidden': 'true' });
  for (const [r, stroke, width, dash = 0, turn = 0] of circles)
    svg.append(node('circle', { r, stroke, 'stroke-width': width, 'stroke-dasharray': dash, transform: `rotate(${turn})` }));
  return svg;
}

function node(name: string, attributes: Record<string, unknown>): SVGElement {
  const element = document.createElementNS(svgNamespace, name);
  for (const key in attributes) element.setAttribute(key, String(attributes[key]));
  return element;
}
