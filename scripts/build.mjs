// Compiles the rubric and bundles the extension, the language server and the command line.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { readRubric } from './lib/rubric.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

const data = await readRubric(root);
await writeFile(
  `${root}server/src/generated/builtin-rubric.ts`,
  `// Generated from rubrics/ by scripts/build.mjs.\nimport type { RubricData } from '../rubric/types.js';\n\nexport const builtinRubricData: RubricData = JSON.parse(${JSON.stringify(JSON.stringify(data))});\n`,
);

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

// What runs in a browser runs in a process too, and so ships once: there, a small entry loads it and adds what only Node can do.
// A Worker has no document: libraries that know that say what is for a worker.
const web = { ...common, platform: 'browser', conditions: ['worker'], target: ['chrome120', 'node20'] };
const loading = (entry, bundle) => ({
  name: 'loads-the-web-bundle',
  setup: (at) => at.onResolve({ filter: new RegExp(`/${entry}\\.js$`) }, () => ({ path: `./web/${bundle}.js`, external: true })),
});

await rm(`${root}dist`, { recursive: true, force: true });
await mkdir(`${root}dist/web`, { recursive: true });
// A VS Code in a browser loads no extension whose package.json says that it is made of ES modules, so the folders say it.
await writeFile(`${root}dist/package.json`, '{ "type": "module" }\n');
await writeFile(`${root}dist/web/package.json`, '{ "type": "commonjs" }\n');
await Promise.all([
  build({ ...web, entryPoints: ['client/src/web.ts'], outfile: 'dist/web/extension.js', format: 'cjs', external: ['vscode'] }),
  build({ ...web, entryPoints: ['server/src/lsp/browser.ts'], outfile: 'dist/web/server.js', format: 'iife', globalName: 'starwright', footer: { js: "if(typeof module==='object')module.exports=starwright;" } }),
  build({ ...common, entryPoints: ['client/src/node.ts'], outfile: 'dist/extension.cjs', format: 'cjs', external: ['vscode'], plugins: [loading('web', 'extension')] }),
  build({ ...common, entryPoints: ['server/src/lsp/main.ts'], outfile: 'dist/server.cjs', format: 'cjs', plugins: [loading('browser', 'server')] }),
  build({ ...common, entryPoints: ['client/src/rehearse/page/main.ts'], outfile: 'dist/rehearse.js', platform: 'browser', target: 'chrome120', format: 'iife' }),
  build({
    ...common,
    entryPoints: { cli: 'server/src/cli/main.ts' },
    outdir: 'dist',
    format: 'esm',
    splitting: true,
    chunkNames: 'cli-[name]-[hash]',
    // The language server library is CommonJS: inside an ES module it needs a require of its own.
    banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
  }),
]);
