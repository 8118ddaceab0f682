import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, inject, test } from 'vitest';
import { addressOf } from '../../../scripts/lib/server.mjs';
import { launch } from './browser.mjs';
import { Workbench } from './workbench.mjs';

const { server, chromium, pictures } = inject('vscode');
let browser;
beforeAll(async () => {
  browser = await launch(chromium);
});
afterAll(() => browser.close());

/**
 * A test in a real VS Code for the web: the extension runs in a Worker, and `folder` lies in the browser's memory, with
 * `file` open, which is in its subfolder `within` if one is given. With `restricted` it is not trusted. A failure leaves a picture, too.
 */
export function webJourney(name, { folder, file, within = '.', restricted = false }, walk) {
  test(name, async () => {
    const place = restricted ? 'vscode-vfs://memory' : 'memory:';
    const address = addressOf(server, place + folder, [['openFile', place + path.posix.join(folder, within, file)]]);
    const picture = (title) => path.join(pictures, `${title.replace(/[^a-z0-9]+/gi, '-').toLowerCase()}.png`);
    const console = (line) => fs.appendFileSync(path.join(pictures, 'console.log'), `${line}\n`);
    const workbench = await Workbench.at(browser, address, file, { console });
    const { page } = workbench;
    try {
      await walk({ workbench, page, picture: (title) => page.screenshot({ path: picture(title) }) });
    } catch (error) {
      await page.screenshot({ path: picture(`failed ${name.replace(/ @.*/, '')}`) });
      throw error;
    } finally {
      await page.context().close();
    }
  });
}
