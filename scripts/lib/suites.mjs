import path from 'node:path';
import { findChromium } from './chromium.mjs';
import { prepareEditors } from './editors.mjs';
import { root } from './paths.mjs';
import { runVitest } from './vitest.mjs';
import { installWorkbench, NEWEST, OLDEST } from './workbench.mjs';

const project = (name) => (log) => runVitest(name, ['--project', name], { log });
const journeys = (name, edition, args = []) => async (log) => {
  const env = { CHROMIUM: await prepareBrowser(edition), STARWRIGHT_VSCODE: edition.vscode, STARWRIGHT_HOST: name };
  return runVitest(name, ['--config', path.join(root, 'test/vscode/vitest.config.mts'), ...args], { env, log });
};

/** Every suite by name: a function that runs it and gives its outcome, or throws `Unavailable`. It takes a file for what would be printed meanwhile. */
export const SUITES = {
  unit: project('unit'),
  lsp: project('lsp'),
  cli: project('cli'),
  grammar: project('grammar'),
  package: project('package'),
  editors: async (log) => {
    await prepareEditors();
    return project('editors')(log);
  },
  print: async (log) => runVitest('print', ['--project', 'print'], { env: { CHROMIUM: await findChromium() }, log }),
  host: async () => {
    const chromium = await prepareBrowser(NEWEST);
    const { runInBrowser } = await import('../../test/vscode/host/in-browser.mjs');
    return runInBrowser(chromium);
  },
  editor: journeys('editor', NEWEST),
  web: journeys('web', NEWEST),
  desktop: async () => (await import('../../test/vscode/host/on-desktop.mjs')).runOnDesktop(),
  oldest: journeys('oldest', OLDEST, ['squiggles']),
};

/**
 * What `npm test` runs, in two lanes side by side: a browser mostly waits, and what waits leaves the processor to the others.
 * The oldest VS Code is tried by name only.
 */
export const LANES = [
  ['unit', 'lsp', 'cli', 'grammar', 'editors', 'package', 'desktop', 'web', 'print'],
  ['host', 'editor'],
];

/** Suites that run the tests of others once more, elsewhere: where one is left out, nothing is untried. */
export const REPEATS = ['desktop', 'oldest'];

async function prepareBrowser(edition) {
  const chromium = await findChromium();
  await installWorkbench(edition);
  return chromium;
}
