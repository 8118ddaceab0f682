import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { runOnLeash } from '../../../scripts/lib/leashed.mjs';
import { cacheFolder } from '../../../scripts/lib/paths.mjs';
import { hasDisplay } from '../../../scripts/lib/open.mjs';
import { cleanEnvironment, works } from '../../../scripts/lib/run.mjs';
import { Unavailable } from '../../../scripts/lib/unavailable.mjs';
import { prepareHostTests, readResults } from './results.mjs';

const WINDOW = fileURLToPath(new URL('desktop-window.mjs', import.meta.url));
const silent = { report() {}, error() {} };

/** Runs the extension-host tests in a desktop VS Code, where one can be downloaded and there is a screen, real or virtual. */
export async function runOnDesktop() {
  const screen = await findScreen();
  const executable = await download();
  const { folder, tests, results } = await prepareHostTests('desktop');
  const [command, ...args] = [...screen, process.execPath, WINDOW, executable, tests];
  const env = cleanEnvironment({ STARWRIGHT_RESULTS: results });
  const code = await runOnLeash(command, args, { env, log: path.join(folder, 'window.log') });
  const read = readResults('desktop', results);
  return code === 0 || read.failed.length ? read : { ...read, failed: [`desktop: VS Code ended with exit code ${code}`] };
}

/** What to put before a command so that it has a screen. */
async function findScreen() {
  if (hasDisplay()) return [];
  if (await works('xvfb-run', { option: '--help' })) return ['xvfb-run', '--auto-servernum'];
  throw new Unavailable('a desktop VS Code needs a screen, and here is neither one nor xvfb-run');
}

async function download() {
  const cachePath = path.join(cacheFolder(), 'desktop');
  try {
    return await downloadAndUnzipVSCode({ cachePath, reporter: silent });
  } catch (error) {
    throw new Unavailable(`desktop VS Code cannot be downloaded here (${error.message})`);
  }
}
