import path from 'node:path';
import { defineConfig } from 'vitest/config';

// One VS Code serves all journeys; each opens its own workspace in it. One at a time: a browser and an editor fill two cores.
export default defineConfig({
  root: path.resolve(import.meta.dirname, '../..'),
  test: {
    name: 'editor',
    include: ['test/vscode/editor/**/*.test.mjs'],
    globalSetup: 'test/vscode/rig/serve.mjs',
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
