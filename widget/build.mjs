// Three builds, one manifest. The faces share no chunk: the panel and the desk are served from different origins,
// so a shared file would be downloaded twice anyway, and each would carry the other's words.
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));
// The bundle test builds into a folder of its own.
const dist = `${resolve(process.argv[2] ?? `${root}dist`)}/`;
const faces = [
  { input: 'src/chat/main.tsx', name: 'assets/panel' },
  { input: 'src/console/main.tsx', name: 'assets/desk' },
  // A classic script: a host page includes it with one tag, whatever else it runs.
  { input: 'src/loader/loader.ts', name: 'widget', format: 'iife' },
];

await rm(dist, { recursive: true, force: true });
const manifest = {};
for (const { input, name, format = 'es' } of faces) {
  await build({
    root,
    logLevel: 'warn',
    build: {
      outDir: dist,
      manifest: '.vite/part.json',
      rolldownOptions: {
        input,
        output: { format, entryFileNames: `${name}.[hash].js`, assetFileNames: `${name}.[hash][extname]` },
      },
    },
  });
  const part = JSON.parse(await readFile(`${dist}.vite/part.json`, 'utf8'));
  Object.assign(manifest, { [input]: part[input] });
}

await mkdir(`${dist}.vite`, { recursive: true });
await writeFile(`${dist}.vite/manifest.json`, `${JSON.stringify(manifest, null, 2)}\n`);
await rm(`${dist}.vite/part.json`);
// The short-cached address for everybody; the hashed one is for owners who pin it.
await copyFile(dist + manifest['src/loader/loader.ts'].file, `${dist}widget.js`);
