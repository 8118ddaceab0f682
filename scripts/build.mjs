// Compiles the rubric and bundles the extension, the language server, the command line and the library.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build as bundle } from 'esbuild';
import { writeInAscii } from './lib/ascii.mjs';
import { readFromFiles, writeBuiltinRubric, writeTexts } from './lib/builtinRubric.mjs';
import { writeImports } from './lib/imports.mjs';
import { writeNotices } from './lib/notices.mjs';
import { askForTexts, writeRubricScript } from './lib/rubricScript.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

const { texts, packed } = await writeBuiltinRubric(root);

const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  minify: true,
  sourcemap: false,
  logLevel: 'warning',
  legalComments: 'none',
  // Every engine that we name knows them. Without this each would be a new RegExp every time it is met, for each word of a story.
  supported: { 'regexp-unicode-property-escapes': true, 'regexp-lookbehind-assertions': true },
  // The browser build of yaml is the same library as an ES module without Node's globals.
  // The protocol library would bring a compiler of JSON Schemas for questions to a person, which are never asked.
  // The server library would bring the protocol's types a second time. It could talk over a socket, too: ours never does, and holds nothing that can open one.
  alias: {
    yaml: './node_modules/yaml/browser/index.js',
    '@modelcontextprotocol/server/_shims': './server/src/mcp/shims.ts',
    'vscode-languageserver-types': './node_modules/vscode-languageserver-types/lib/esm/main.js',
    net: './server/src/lsp/noNetwork.ts',
  },
};

if (process.argv.includes('--rubric-only')) process.exit(0);

// What runs in a browser runs in a process too, and so ships once: there, a small entry loads it and adds what only Node can do.
// A Worker has no document: libraries that know that say what is for a worker.
const web = { ...common, platform: 'browser', conditions: ['worker'], target: ['chrome120', 'node20'] };
const loading = (entry, file) => ({
  name: 'loads-the-web-bundle',
  setup: (at) => at.onResolve({ filter: new RegExp(`/${entry}\\.js$`) }, () => ({ path: `./web/${file}.js`, external: true })),
});

/** Takes the API as it is: esbuild would copy all its hundreds of names for each file that imports it, before the extension does anything. */
const apiAsItIs = {
  name: 'api-as-it-is',
  setup: (at) => at.onLoad({ filter: /client[\\/]src[\\/].*\.ts$/ }, async ({ path }) => ({ contents: (await readFile(path, 'utf8')).replace("import * as vscode from 'vscode';", "const vscode = require('vscode');"), loader: 'ts' })),
};

const commandLine = {
  ...common,
  outdir: 'dist',
  format: 'esm',
  splitting: true,
  plugins: [readFromFiles(texts)],
  chunkNames: 'cli-[name]-[hash]',
  // The language server library is CommonJS: inside an ES module it needs a require of its own.
  banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
};

/** `check`, which is started most, shares nothing with the others. */
const OTHER_COMMANDS = ['coverage', 'export', 'lsp', 'match', 'mcp', 'new', 'rehearse', 'rubric'];

/** Leaves the commands to builds of their own: what an entry shared with them would be so many small files to load, each time. */
const apart = {
  name: 'apart',
  setup: (at) => at.onResolve({ filter: /^\.\.?\/\w+\.js$/ }, ({ path, kind, importer }) => {
    const command = /(\w+)\.js$/.exec(path)[1];
    return kind === 'dynamic-import' && /cli[\\/](main|threads[\\/]worker)\.ts$/.test(importer) ? { path: `./cli-${command}.js`, external: true } : undefined;
  }),
};

/** What went into each bundle; the texts of the rubric are no code. */
const made = [{ inputs: {}, outputs: { 'dist/web/rubric.js': { imports: [], inputs: {} } } }];
const build = async (options) => made.push((await bundle({ ...options, metafile: true })).metafile);

await rm(`${root}dist`, { recursive: true, force: true });
await mkdir(`${root}dist/web`, { recursive: true });
// A VS Code in a browser loads no extension whose package.json says that it is made of ES modules, so the folders say it.
await writeFile(`${root}dist/package.json`, '{ "type": "module" }\n');
await writeFile(`${root}dist/web/package.json`, '{ "type": "commonjs" }\n');
await Promise.all([
  writeTexts(`${root}dist/rubric`, texts),
  writeRubricScript(`${root}dist/web/rubric.js`, packed),
  build({ ...web, entryPoints: ['client/src/web.ts'], outfile: 'dist/web/extension.js', format: 'cjs', external: ['vscode'], plugins: [apiAsItIs] }),
  build({ ...web, entryPoints: ['server/src/lsp/browser.ts'], outfile: 'dist/web/server.js', plugins: [askForTexts(packed)], format: 'iife', globalName: 'starwright', footer: { js: "if(typeof module==='object')module.exports=starwright;" } }),
  build({ ...common, entryPoints: ['client/src/node.ts'], outfile: 'dist/extension.cjs', format: 'cjs', external: ['vscode'], plugins: [loading('web', 'extension')] }),
  build({ ...common, entryPoints: ['server/src/lsp/main.ts'], outfile: 'dist/server.cjs', format: 'cjs', plugins: [loading('browser', 'server')] }),
  build({ ...common, entryPoints: ['client/src/rehearse/page/main.ts'], outfile: 'dist/rehearse.js', platform: 'browser', target: 'chrome120', format: 'iife' }),
  build({ ...commandLine, entryPoints: { cli: 'server/src/cli/main.ts', 'cli-worker': 'server/src/cli/threads/worker.ts' }, splitting: false, plugins: [apart] }),
  build({ ...commandLine, entryPoints: { 'cli-check': 'server/src/cli/check.ts' } }),
  build({ ...commandLine, entryPoints: Object.fromEntries(OTHER_COMMANDS.map((each) => [`cli-${each}`, `server/src/cli/${each}.ts`])) }),
  build({ ...common, entryPoints: ['server/src/library/index.ts'], outfile: 'dist/index.js', platform: 'neutral', mainFields: ['module', 'main'], target: 'es2022', format: 'esm' }),
]);
await writeInAscii(`${root}dist`);
writeNotices(root, made);
writeImports(root, made);
