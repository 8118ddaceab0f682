import { defineConfig } from 'vitest/config';

/** The suites that need no editor; `scripts/test.mjs` runs them and the rest. */
const suites = { unit: 30_000, lsp: 20_000, cli: 20_000, grammar: 10_000, editors: 60_000, print: 60_000, package: 120_000 };
/** Suites whose files share the modules under test: to load those anew for each file took a third of their time. */
const shared = new Set(['unit', 'lsp']);
/** What a suite prepares once. */
const setups: Record<string, string> = { package: 'test/package/install.mjs' };

export default defineConfig({
  test: {
    projects: Object.entries(suites).map(([name, testTimeout]) => ({
      test: { name, include: [`test/${name}/**/*.test.{ts,mjs}`], testTimeout, hookTimeout: 30_000, isolate: !shared.has(name), ...(setups[name] ? { globalSetup: setups[name] } : {}) },
    })),
  },
});
