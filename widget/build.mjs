// A build for each face, one manifest. The faces share no chunk: the panel and the desk are served from different origins,
// so a shared file would be downloaded twice anyway, and each would carry the other's words.
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { Features } from 'lightningcss';
import { build } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));
// The bundle test builds into a folder of its own.
const dist = `${resolve(process.argv[2] ?? `${root}dist`)}/`;
// A hundredth fewer bytes of the panel than Vite's own minifier leaves; of the loader it is the other way round.
// No function here is called with `new` or asked for its `this` but classes, which stay.
const terser = { minify: 'terser', terserOptions: { ecma: 2022, compress: { passes: 3, ecma: 2022, unsafe_arrows: true, unsafe_methods: true, keep_fargs: false } } };
const faces = [
  // A panel speaks one language: the other's words stay with the server.
  ...['ru', 'en'].map((locale) => ({ input: 'src/chat/main.tsx', name: `assets/panel-${locale}`, key: `src/chat/main.tsx#${locale}`, define: { PANEL_LOCALE: JSON.stringify(locale) }, minify: terser, preload: '(load) => load()', later: /\/chat\/(manual|kinds|feedback|development|contact|consent|more|extras|files|remote)\/|\/chat\/(afterwards|keep|leaving|leftBehind|notices|report|ring|unread)|\/ui\/(manual\/|quote\/|emoji\/|files\/|keep|kept|onWake|part|save|turns|polling|chime|RichText)|\/core\/links|\/panel\/|refusals/, foreign: locale === 'en' ? 'ru' : 'en' })),
  { input: 'src/console/main.tsx', name: 'assets/desk', later: /\/(settings|handing|search|canned|opening|phone|remote|manual|extras|quote|emoji|files|panel)\/|\/ui\/(part|save)|\?raw$/ },
  // Classic scripts: a host page includes the first with one tag, whatever else it runs; that one fetches the other.
  { input: 'src/loader/panel.ts', name: 'assets/widget', format: 'iife' },
  { input: 'src/loader/loader.ts', name: 'widget', format: 'iife' },
];

/** What comes later needs its style sheet and no more: Vite's own helper, which also preloads modules, weighs a third of it all. */
const withSheet = `(load, paths = []) => Promise.all(paths.filter((path) => path.endsWith('.css')).map(sheet)).then(load)`;
const styleFirst = (preload = withSheet) => ({
  name: 'style-first',
  enforce: 'pre',
  load: {
    filter: { id: /vite.preload-helper/ },
    handler: () => `const sheets = {};
const sheet = (path) => (sheets[path] ??= new Promise((done, fail) => {
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: '/' + path, onload: done, onerror: fail });
  document.head.append(link);
}));
export const __vitePreload = ${preload};`,
  },
});

/** The panel's later parts have the words of one language too. */
const without = (locale) => ({
  name: 'without-a-language',
  enforce: 'pre',
  load: { filter: { id: new RegExp(`/i18n/(panel/)?\\w+\\.${locale}\\.json$`) }, handler: () => '{}' },
});

await rm(dist, { recursive: true, force: true });
const manifest = {};
for (const { input, name, key = input, format = 'es', later, define = {}, minify = {}, preload, foreign } of faces) {
  await build({
    root,
    plugins: [styleFirst(preload), ...(foreign ? [without(foreign)] : [])],
    logLevel: 'warn',
    define: { ...define, ...(await panelHalf()) },
    // Nothing here says light-dark(), yet its stand-in would be in every sheet that names a color-scheme.
    css: { lightningcss: { exclude: Features.LightDark } },
    build: {
      outDir: dist,
      manifest: '.vite/part.json',
      // Besides the sheets nothing is listed for what comes later: the lists would weigh more than they save.
      modulePreload: false,
      ...minify,
      rolldownOptions: {
        input,
        preserveEntrySignatures: false,
        output: {
          format,
          // All that is needed at first is one file, what the later parts use of it too.
          ...(later && { codeSplitting: { groups: [{ name: 'first', test: (id) => !later.test(id), includeDependenciesRecursively: false }] } }),
          entryFileNames: `${name}.[hash].js`,
          chunkFileNames: `${name}-[name].[hash].js`,
          assetFileNames: `${name}-[name].[hash][extname]`,
        },
      },
    },
  });
  const part = JSON.parse(await readFile(`${dist}.vite/part.json`, 'utf8'));
  // What is fetched later stands beside the face that fetches it.
  for (const [source, chunk] of Object.entries(part)) manifest[source === input ? key : key.replace(input, source)] = chunk;
}

/** The loader names the half that it fetches, with the hash that this half must have. */
async function panelHalf() {
  const file = manifest['src/loader/panel.ts']?.file;
  if (!file) return {};
  const integrity = `sha256-${createHash('sha256').update(await readFile(dist + file)).digest('base64')}`;
  return { PANEL_HALF: JSON.stringify({ file, integrity }) };
}

await mkdir(`${dist}.vite`, { recursive: true });
await writeFile(`${dist}.vite/manifest.json`, `${JSON.stringify(manifest, null, 2)}\n`);
await rm(`${dist}.vite/part.json`);
// The short-cached address for everybody; the hashed one is for owners who pin it.
await copyFile(dist + manifest['src/loader/loader.ts'].file, `${dist}widget.js`);

// Packed once, here: the server sends what the browser can unpack.
for (const file of await readdir(dist, { recursive: true })) {
  if (!/\.(js|css)$/.test(file)) continue;
  const text = await readFile(dist + file);
  await writeFile(`${dist}${file}.br`, brotliCompressSync(text));
  await writeFile(`${dist}${file}.gz`, gzipSync(text, { level: 9 }));
}
