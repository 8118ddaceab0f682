// npm run test:nodes: runs the suites that need no editor with Node 20.19, 22 and 24, which come from the npm package
// `node`; a version can be named: npm run test:nodes -- 24. What is built already is tested.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root, tool } from './lib/paths.mjs';
import { npm, run } from './lib/run.mjs';

const SUITES = ['unit', 'lsp', 'cli', 'package'];
const versions = process.argv.slice(2).length > 0 ? process.argv.slice(2) : ['20.19', '22', '24'];
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'starwright-nodes-'));

for (const version of versions) {
  const executable = await nodeOf(version);
  const { stdout } = await run(executable, ['--version'], { quiet: true });
  console.log(`\n── Node ${stdout.trim()}`);
  const env = { ...process.env, PATH: `${path.dirname(executable)}${path.delimiter}${process.env.PATH}` };
  const { code } = await run(executable, [tool('vitest/vitest.mjs'), 'run', ...SUITES.flatMap((suite) => ['--project', suite]), '--reporter=dot'], { cwd: root, env });
  if (code !== 0) process.exitCode = 1;
}
fs.rmSync(folder, { recursive: true });

/** The executable of a Node of this version, installed in a folder of its own. */
async function nodeOf(version) {
  const own = path.join(folder, version);
  fs.mkdirSync(own);
  fs.writeFileSync(path.join(own, 'package.json'), '{ "private": true }\n');
  await npm(['install', `node@${version}`, '--no-audit', '--no-fund', '--loglevel=error'], { cwd: own, quiet: true });
  const bin = path.join(own, 'node_modules/node/bin');
  return path.join(bin, process.platform === 'win32' ? 'node.exe' : 'node');
}
