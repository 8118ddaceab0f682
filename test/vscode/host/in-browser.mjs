import fs from 'node:fs';
import path from 'node:path';
import { vsix } from '../../../scripts/lib/paths.mjs';
import { createProfile } from '../../../scripts/lib/profile.mjs';
import { addressOf, installExtension, remoteUri, startServer } from '../../../scripts/lib/server.mjs';
import { installWorkbench } from '../../../scripts/lib/workbench.mjs';
import { launch } from '../rig/browser.mjs';
import { developed, prepareHostTests, readResults } from './results.mjs';

const LIMIT = 300_000;

/** Runs the extension-host tests in the extension host of the browser's VS Code. */
export async function runInBrowser(chromium) {
  const { folder, tests, results } = await prepareHostTests('host');
  const workbench = await installWorkbench();
  const profile = createProfile();
  const workspace = path.join(profile.folder, 'stories');
  fs.mkdirSync(workspace);
  await installExtension(workbench, profile, vsix());
  const server = await startServer(workbench, profile, {
    args: ['--enable-smoke-test-driver'], env: { STARWRIGHT_RESULTS: results }, log: path.join(folder, 'server.log'),
  });
  const browser = await launch(chromium);
  try {
    await openUntilDone(browser, server, workspace, { tests, folder });
  } catch (error) {
    console.error(error);   // what the tests did up to here counts all the same
  } finally {
    await browser.close();
    await server.stop();
  }
  return readResults('host', results);
}

/** Opens a window that runs the tests, and waits until it says that it is through. */
async function openUntilDone(browser, server, workspace, { tests, folder }) {
  const page = await browser.newPage();
  const log = (text) => fs.appendFileSync(path.join(folder, 'window.log'), `${text}\n`);
  const done = new Promise((resolve, reject) => {
    page.exposeFunction('codeAutomationExit', resolve).catch(reject);
    setTimeout(() => reject(new Error(`the extension host gave no result in ${LIMIT / 1000} s`)), LIMIT).unref();
  });
  await page.exposeFunction('codeAutomationLog', (type, args) => log(`[${type}] ${args.join(' ')}`));
  page.on('pageerror', (error) => log(error.stack));
  await page.goto(addressOf(server, workspace, [
    ['extensionDevelopmentPath', remoteUri(server, developed)],
    ['extensionTestsPath', remoteUri(server, tests)],
  ]));
  await done.catch(async (error) => {
    await page.screenshot({ path: path.join(folder, 'failed.png') });
    throw error;
  });
}
