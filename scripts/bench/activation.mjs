// What the extension takes of the main thread that all extensions share, in a real VS Code: `npm run bench -- activation [rounds]`.
import fs from 'node:fs';
import path from 'node:path';
import { developed } from '../../test/vscode/host/results.mjs';
import { launch } from '../../test/vscode/rig/browser.mjs';
import { findChromium } from '../lib/chromium.mjs';
import { packageExtension } from '../lib/package.mjs';
import { createProfile } from '../lib/profile.mjs';
import { addressOf, installExtension, remoteUri, startServer } from '../lib/server.mjs';
import { installWorkbench } from '../lib/workbench.mjs';
import { median } from './statistics.mjs';
import { storyOfWords } from './stories.mjs';
import { goals, rounded, table } from './table.mjs';

const PATIENCE = 180_000;
const HOST = path.join(import.meta.dirname, 'activationHost.cjs');
const WHAT = [['activation', 'activation, its code read and run'], ['markdown', 'a Markdown file that is no story, opened later'], ['first', 'the first story, until its findings are shown']];

/** A row for each thing that is done in a young window, medians over windows. */
export async function bench(root, { say, progress }, [rounds = 5] = []) {
  progress('activation: packing the extension');
  const vsix = await packageExtension();
  const chromium = await findChromium();
  const workbench = await installWorkbench();
  const seen = [];
  for (let round = 0; round < rounds; round++) {
    progress(`activation: window ${round + 1} of ${rounds}`);
    seen.push(await inWindow(workbench, chromium, vsix));
  }
  const of = (what, kind) => median(seen.map((each) => each[what][kind]));
  say(`VS Code ${workbench.edition.vscode}, ${rounds} windows:\n`);
  say(table(['', 'main thread, ms of processor time', 'as measured, ms'], WHAT.map(([what, title]) => [title, rounded(of(what, 'processor')), rounded(of(what, 'wall'))])));
  say(`\n${goals([['activation: main thread, ms', of('activation', 'processor'), 30]])}`);
}

/** Measures in a VS Code of its own, so that nothing is warm. */
async function inWindow(workbench, chromium, vsix) {
  const profile = createProfile();
  const folder = path.join(profile.folder, 'stories');
  const results = path.join(profile.folder, 'activation.json');
  fs.mkdirSync(folder);
  const write = (name, text) => (fs.writeFileSync(path.join(folder, name), text), path.join(folder, name));
  const plain = ['a.md', 'b.md'].map((name) => write(name, '# Notes\n\nNothing to review.\n'));
  const files = JSON.stringify({ plain, story: write('first.star.md', storyOfWords(700)) });
  await installExtension(workbench, profile, vsix);
  const env = { STARWRIGHT_RESULTS: results, STARWRIGHT_ACTIVATION: files };
  const server = await startServer(workbench, profile, { args: ['--enable-smoke-test-driver'], env });
  const browser = await launch(chromium);
  try {
    await runHost(browser, server, folder);
    return JSON.parse(fs.readFileSync(results, 'utf8'));
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** Opens a window whose extension host runs what measures, and waits until it is through. */
async function runHost(browser, server, folder) {
  const page = await browser.newPage();
  const done = new Promise((resolve, reject) => {
    page.exposeFunction('codeAutomationExit', resolve).catch(reject);
    setTimeout(() => reject(new Error(`VS Code gave no result in ${PATIENCE / 1000} s`)), PATIENCE).unref();
  });
  const said = [];
  await page.exposeFunction('codeAutomationLog', (type, args) => said.push(`[${type}] ${args.join(' ')}`));
  await page.goto(addressOf(server, folder, [['extensionDevelopmentPath', remoteUri(server, developed)], ['extensionTestsPath', remoteUri(server, HOST)]]));
  const code = await done;
  if (code !== 0) throw new Error(`VS Code could not measure:\n${said.slice(-20).join('\n')}`);
}
