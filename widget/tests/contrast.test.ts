import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const sheets = ['../src/ui/tokens.css', '../src/console/styles/tokens.css'].map((file) => readFileSync(join(import.meta.dirname, file), 'utf8').split('@media (prefers-color-scheme: dark)'));
const [light, dark] = [0, 1].map((half) => sheets.map((sheet) => sheet[half]).join('')) as [string, string];
const tokens = (text: string) => Object.fromEntries([...text.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, colour]) => [name, colour])) as Record<string, string>;

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** Every pair of text and ground that the style sheets put together. */
const pairs: [text: string, ground: string][] = [
  ...['ink', 'ink-2', 'primary', 'accent', 'warn'].flatMap((text) => ['paper', 'paper-2'].map((ground) => [text, ground] as [string, string])),
  ...['ink', 'ink-2'].flatMap((text) => ['paper-3', 'primary-soft', 'note-soft'].map((ground) => [text, ground] as [string, string])),
  ['on-primary', 'primary'],
  ['on-primary', 'primary-strong'],
  ['primary', 'primary-soft'],
  ['primary', 'paper-3'],
  ['accent', 'accent-soft'],
  ['ink', 'accent-soft'],
  ['warn', 'warn-soft'],
  ['warn', 'primary-soft'],
  ['good', 'good-soft'],
  ['good', 'paper-2'],
  ['note', 'note-soft'],
];

describe.each([
  ['light', tokens(light)],
  ['dark', { ...tokens(light), ...tokens(dark) }],
])('%s', (_, colours) => {
  test.each(pairs)('%s on %s can be read (WCAG AA, 4.5)', (text, ground) => {
    expect(contrast(colours[text] ?? '', colours[ground] ?? '')).toBeGreaterThanOrEqual(4.5);
  });
});
