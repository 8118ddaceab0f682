// Compiles the rubric and bundles the extension, the language server and the command line.
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { readFromFiles, writeBuiltinRubric, writeTexts } from './lib/builtinRubric.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

const rubric = await writeBuiltinRubric(root);

const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  minify: true,
  sourcemap: false,
  logLevel: 'warning',
  legalComments: 'none',
  // The browser build of yaml is the same library as an ES module without Node's globals.
  alias: { yaml: './node_modules/yaml/browser/index.js' },
};

if (process.argv.includes('--rubric-only')) process.exit(0);

await rm(`${root}dist`, { recursive: true, force: true });
await Promise.all([
  writeTexts(`${root}dist/rubric`, rubric),
  build({ ...common, entryPoints: ['client/src/extension.ts'], outfile: 'dist/extension.cjs', format: 'cjs', external: ['vscode'] }),
  build({ ...common, entryPoints: ['client/src/rehearse/page/main.ts'], outfile: 'dist/rehearse.js', platform: 'browser', target: 'chrome120', format: 'iife' }),
  build({ ...common, entryPoints: ['server/src/lsp/main.ts'], outfile: 'dist/server.cjs', format: 'cjs', plugins: [readFromFiles(rubric, 'cjs')] }),
  build({
    ...common,
    entryPoints: { cli: 'server/src/cli/main.ts' },
    outdir: 'dist',
    format: 'esm',
    splitting: true,
    plugins: [readFromFiles(rubric, 'esm')],
    chunkNames: 'cli-[name]-[hash]',
    // The language server library is CommonJS: inside an ES module it needs a require of its own.
    banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
  }),
]);
