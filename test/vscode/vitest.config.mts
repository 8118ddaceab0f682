import path from 'node:path';
import { defineConfig } from 'vitest/config';

/** The extension as it is installed on a computer, or as a web extension. */
const web = process.env.STARWRIGHT_HOST === 'web';

// One VS Code serves all journeys; each opens its own workspace in it. One at a time: a browser and an editor fill two cores.
export default defineConfig({
  root: path.resolve(import.meta.dirname, '../..'),
  test: {
    name: web ? 'web' : 'editor',
    include: [`test/vscode/${web ? 'web' : 'editor'}/**/*.test.mjs`],
    globalSetup: `test/vscode/rig/${web ? 'serveWeb' : 'serve'}.mjs`,
    fileParallelism: false,
    testTimeout: web ? 240_000 : 120_000,
    hookTimeout: 120_000,
    // In a window of its own, and told at the end: see scripts/lib/tally.mjs.
    retry: 1,
    // As long as the page's own waits: a busy machine takes its time to move the keyboard or to write a file.
    expect: { poll: { timeout: 30_000 } },
  },
});
