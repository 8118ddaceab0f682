// npm start: installs, builds, prints the review of the sample stories, and opens them in an editor with the extension
// running. `npm start -- --no-open` stops after the review.
import path from 'node:path';
import { makeReady } from './lib/dependencies.mjs';
import { releaseAll } from './lib/leashed.mjs';
import { findOwnVSCode, openBrowser, prepareOwnVSCode } from './lib/open.mjs';
import { packageExtension } from './lib/package.mjs';
import { root } from './lib/paths.mjs';
import { createProfile } from './lib/profile.mjs';
import { run, whenAskedToEnd } from './lib/run.mjs';
import { addressOf, installExtension, remoteUri, startServer } from './lib/server.mjs';
import { Unavailable } from './lib/unavailable.mjs';
import { installWorkbench } from './lib/workbench.mjs';

const examples = path.join(root, 'examples');
let close = releaseAll;
let open = false;

whenAskedToEnd(async (signal) => {
  await close();
  return open && signal === 'SIGINT' ? 0 : undefined;   // Ctrl+C is how one leaves
});

const [option, ...more] = process.argv.slice(2);
if (more.length || (option && option !== '--no-open')) {
  console.error('Usage: npm start [-- --no-open]');
  process.exitCode = 2;
} else {
  await makeReady();
  process.exitCode = await review();
  if (!option && process.exitCode === 0) await openExamples(await packageExtension());
}

/** Prints the review of the samples; findings are what it is there to show, so they are no failure. */
async function review() {
  const { code } = await run(process.execPath, ['dist/cli.js', 'check', 'examples']);
  return code === 1 ? 0 : code;
}

async function openExamples(vsix) {
  const story = await weakestStory();
  const command = await findOwnVSCode();
  if (command && await openInOwnVSCode(command, vsix, story)) return;
  try {
    await openInBrowser(vsix, story);
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    console.log(`\nThe stories were reviewed, but there is no editor to show them in: no \`code\` command, and ${error.message}.`);
  }
}

async function openInOwnVSCode(command, vsix, story) {
  try {
    const window = await prepareOwnVSCode(command, vsix);
    close = window.close;
    open = true;
    console.log('\nStarwright is open in a VS Code window with a profile of its own. Ctrl+C here, or closing it, ends it.');
    await window.untilClosed(examples, story);
    return true;
  } catch (error) {
    console.log(`\nYour VS Code could not open Starwright, so the browser's will.\n${error.message}`);
    [close, open] = [releaseAll, false];
    return false;
  }
}

async function openInBrowser(vsix, story) {
  const workbench = await installWorkbench();
  const profile = createProfile();
  await installExtension(workbench, profile, vsix);
  const server = await startServer(workbench, profile);
  const address = addressOf(server, examples, [['openFile', remoteUri(server, story)]]);
  open = true;
  console.log(`\nStarwright is open at ${address}\nCtrl+C ends it.`);
  openBrowser(address);
  process.exitCode = await server.exit;
}

/** The sample with the most to say about it: the one to look at first. */
async function weakestStory() {
  const { stdout } = await run(process.execPath, ['dist/cli.js', 'check', '--format', 'json', 'examples'], { quiet: true });
  const { files } = JSON.parse(stdout);
  const weakest = files.reduce((a, b) => (b.findings.length > a.findings.length ? b : a));
  return path.resolve(root, weakest.path);
}
