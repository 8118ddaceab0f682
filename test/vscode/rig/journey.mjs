import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, inject, test } from 'vitest';
import { launch } from './browser.mjs';
import { languageServers } from './servers.mjs';
import { Workbench } from './workbench.mjs';

const { server, workspaces, chromium, pictures } = inject('vscode');
let browser;
beforeAll(async () => {
  browser = await launch(chromium);
});
afterAll(() => browser.close());

/**
 * A test in a real VS Code. `files` (name to text) make up a workspace of its own, the first of them is open, and `walk`
 * gets the window, how to take a picture of it or of a part of it, how to read and write a file on disk, a change to high contrast, and the process id of the language server that follows `last`. A failure leaves a picture, too.
 * `language` is the one that VS Code is shown in, English without it; with `closed` no file is open.
 */
export function journey(name, files, walk, { language, closed = false } = {}) {
  test(name, async () => {
    const folder = path.join(fs.mkdtempSync(path.join(workspaces, 'journey-')), 'stories');
    fs.mkdirSync(folder);
    for (const [file, text] of Object.entries(files)) {
      fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      fs.writeFileSync(path.join(folder, file), text);
    }
    const picture = (title) => path.join(pictures, `${title.replace(/[^a-z0-9]+/gi, '-').toLowerCase()}.png`);
    const workbench = await Workbench.open(browser, server, { folder, file: closed ? undefined : Object.keys(files)[0], language });
    const { page } = workbench;
    try {
      await walk({
        workbench,
        picture: (title, part = page) => part.screenshot({ path: picture(title) }),
        writeOnDisk: (file, text) => fs.writeFileSync(path.join(folder, file), text),
        removeOnDisk: (file) => fs.rmSync(path.join(folder, file)),
        onDisk: (file) => fs.readFileSync(path.join(folder, file), 'utf8'),
        languageServer: languageServers(workspaces),
        highContrast: () => showHighContrast(page, path.join(folder, '.vscode/settings.json')),
      });
    } catch (error) {
      await page.screenshot({ path: picture(`failed ${name}`) });
      throw error;
    } finally {
      await page.context().close();
    }
  });
}

/** Changes the theme by the folder's settings. A watcher of files can miss a write on a busy machine, so it is written, each time anew, until it is seen. */
async function showHighContrast(page, settings) {
  const before = JSON.parse(fs.readFileSync(settings, 'utf8'));
  for (let left = 10; ; left--) {
    fs.writeFileSync(settings, JSON.stringify({ ...before, 'workbench.colorTheme': 'Default High Contrast' }, null, left));
    try {
      return await page.locator('.monaco-workbench.hc-black').waitFor({ timeout: 6000 });
    } catch (error) {
      if (left === 0) throw error;
    }
  }
}
