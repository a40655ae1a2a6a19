// Two builds, one manifest: the loader must be a single classic script, the faces are modules that share chunks.
import { copyFile, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));
const dist = `${root}dist/`;
const manifestFile = `${dist}.vite/manifest.json`;
const loaderManifest = `${dist}.vite/loader.json`;
const readJson = async (file) => JSON.parse(await readFile(file, 'utf8'));

await build({ root, logLevel: 'warn' });

await build({
  root,
  configFile: false,
  logLevel: 'warn',
  build: {
    target: 'es2022',
    emptyOutDir: false,
    manifest: '.vite/loader.json',
    rolldownOptions: {
      input: 'src/loader/loader.ts',
      output: { format: 'iife', entryFileNames: 'widget.[hash].js' },
    },
  },
});

const loader = await readJson(loaderManifest);
const manifest = { ...(await readJson(manifestFile)), ...loader };
for (const entry of Object.values(manifest).filter(({ isEntry }) => isEntry)) gatherCss(entry);
for (const chunk of Object.values(manifest).filter(({ isEntry }) => !isEntry)) delete chunk.css;
await writeFile(manifestFile, `${JSON.stringify(manifest, null, 2)}\n`);
await rm(loaderManifest);
// The short-cached address for everybody; the hashed one is for owners who pin it.
await copyFile(dist + loader['src/loader/loader.ts'].file, `${dist}widget.js`);

/** An entry names all of its style sheets, those of shared chunks first, so that the server need not walk the graph. */
function gatherCss(entry) {
  const imported = (entry.imports ?? []).flatMap((key) => manifest[key]?.css ?? []);
  const css = [...new Set([...imported, ...(entry.css ?? [])])];
  if (css.length > 0) entry.css = css;
}
