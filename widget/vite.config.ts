import { defineConfig } from 'vitest/config';

// The panel and the desk: entries with hashed names, shared chunks, and the manifest that the server reads.
export default defineConfig({
  // Every address in the manifest and in chunks is absolute on the chat's or the desk's own origin.
  base: '/',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: 'es2022',
    manifest: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: ['src/chat/main.tsx', 'src/console/main.tsx'],
      output: {
        entryFileNames: (chunk) => `assets/${chunk.facadeModuleId?.includes('/console/') ? 'desk' : 'panel'}.[hash].js`,
        chunkFileNames: 'assets/shared.[hash].js',
        assetFileNames: 'assets/[hash][extname]',
      },
    },
  },
  test: { include: ['tests/**/*.test.{ts,tsx}'], restoreMocks: true },
});
