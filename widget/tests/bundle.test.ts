import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

interface Entry {
  file: string;
  css?: string[];
  imports?: string[];
}

const widget = join(import.meta.dirname, '..');
let dist: string;
let manifest: Record<string, Entry>;

// Built afresh elsewhere: what is measured is this source, not whatever lies in dist, and a running server keeps its files.
beforeAll(() => {
  dist = mkdtempSync(join(tmpdir(), 'widget-'));
  execFileSync(process.execPath, ['build.mjs', dist], { cwd: widget, env: { ...process.env, NODE_ENV: 'production' } });
  manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Record<string, Entry>;
}, 120_000);
afterAll(() => rmSync(dist, { recursive: true }));

const read = (file: string) => readFileSync(join(dist, file), 'utf8');
const entry = (name: string): Entry => {
  const found = manifest[name];
  if (!found) throw new Error(`The manifest lacks ${name}: the server would not find it.`);
  return found;
};
const files = (name: string) => [entry(name).file, ...(entry(name).css ?? [])];
const weight = (name: string) => files(name).reduce((sum, file) => sum + gzipSync(read(file)).length, 0);

describe('the bundles', () => {
  test.each([
    ['src/loader/loader.ts', 3 * 1024, 'The lifebuoy is on every page of three sites: it must stay within 3 kB gzip.'],
    ['src/chat/main.tsx', 25 * 1024, 'The panel opens on a phone with a poor network: it must stay within 25 kB gzip, styles included.'],
    ['src/console/main.tsx', 60 * 1024, 'The desk must stay within 60 kB gzip, styles included.'],
  ])('%s weighs at most %i bytes', (name, limit, sentence) => {
    expect(weight(name), `${sentence} It weighs ${weight(name)} bytes of ${limit}.`).toBeLessThanOrEqual(limit);
  });

  test('have names that change with their content', () => {
    for (const name of Object.keys(manifest)) for (const file of files(name)) expect(file, 'The server calls these files immutable.').toMatch(/\.[\w-]{8}\.(js|css)$/);
  });

  test('the loader is one classic script, also under its fixed name', () => {
    const code = read('widget.js');
    expect(code).toBe(read(entry('src/loader/loader.ts').file));
    expect(code, 'A module would not run from a plain script tag.').not.toMatch(/^\s*(import|export)\b/m);
    expect(() => new Function(code)).not.toThrow();
    expect(entry('src/loader/loader.ts').css).toBeUndefined();
  });

  test('nothing is evaluated, nothing is written as HTML of ours, nothing foreign is named', () => {
    for (const name of Object.keys(manifest))
      for (const file of files(name)) {
        const text = read(file);
        expect(text, 'The content security policy forbids eval.').not.toMatch(/\beval\(|new Function\(/);
        const hosts = [...text.matchAll(/\bhttps?:\/\/([\w.-]+)/g)].map(([, host]) => host);
        expect([...new Set(hosts)].filter((host) => host !== 'www.w3.org'), `${file} names a foreign host.`).toEqual([]);
        expect(text, 'Styles come from our own origin, fonts from the system.').not.toMatch(/@import|@font-face/);
      }
  });

  test('nothing lies beside what the manifest names', () => {
    const known = ['widget.js', '.vite/manifest.json', ...Object.keys(manifest).flatMap(files)].sort();
    const found = readdirSync(dist, { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile())
      .map((file) => join(file.parentPath, file.name).slice(dist.length + 1))
      .sort();
    expect(found).toEqual(known);
  });
});
