import { defineConfig } from 'vitest/config';

// What the faces share; build.mjs builds each by itself.
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    emptyOutDir: false,
  },
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    restoreMocks: true,
    // happy-dom complains of each iframe that it does not load; there is nothing to load in a unit test.
    onConsoleLog: (log) => !log.includes('Iframe page loading is disabled'),
  },
});
