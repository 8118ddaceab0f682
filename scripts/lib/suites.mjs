import path from 'node:path';
import { findChromium } from './chromium.mjs';
import { root } from './paths.mjs';
import { runVitest } from './vitest.mjs';
import { installWorkbench, NEWEST, OLDEST } from './workbench.mjs';

const project = (name) => () => runVitest(name, ['--project', name]);
const journeys = (name, edition, args = []) => async () => {
  const env = { CHROMIUM: await prepareBrowser(edition), STARWRIGHT_VSCODE: edition.vscode };
  return runVitest(name, ['--config', path.join(root, 'test/vscode/vitest.config.ts'), ...args], env);
};

/** Every suite by name: a function that runs it and gives its outcome, or throws `Unavailable`. */
export const SUITES = {
  unit: project('unit'),
  lsp: project('lsp'),
  cli: project('cli'),
  grammar: project('grammar'),
  print: async () => runVitest('print', ['--project', 'print'], { CHROMIUM: await findChromium() }),
  host: async () => {
    const chromium = await prepareBrowser(NEWEST);
    const { runInBrowser } = await import('../../test/vscode/host/in-browser.mjs');
    return runInBrowser(chromium);
  },
  editor: journeys('editor', NEWEST),
  desktop: async () => (await import('../../test/vscode/host/on-desktop.mjs')).runOnDesktop(),
  oldest: journeys('oldest', OLDEST, ['squiggles']),
};

/** What `npm test` runs; the oldest VS Code is tried by name only. */
export const DEFAULT = Object.keys(SUITES).filter((name) => name !== 'oldest');

async function prepareBrowser(edition) {
  const chromium = await findChromium();
  await installWorkbench(edition);
  return chromium;
}
