// node editorRun.mjs JSON: walks through the packaged extension in a real VS Code whose processes are traced, and writes what was done and
// where things are kept. editor.mjs runs it where there is no network.
import fs from 'node:fs';
import path from 'node:path';
import { launch } from '../../../test/vscode/rig/browser.mjs';
import { Workbench } from '../../../test/vscode/rig/workbench.mjs';
import { createProfile } from '../../lib/profile.mjs';
import { installExtension, startServer } from '../../lib/server.mjs';
import { marksIn, writeStories } from './marks.mjs';
import { traced } from './trace.mjs';

const { workbench, chromium, vsix, work, strace } = JSON.parse(process.argv[2]);
const file = 'a.star.md';
const profile = createProfile({ 'files.autoSave': 'off', 'files.simpleDialog.enable': true, 'workbench.localHistory.enabled': false, 'starwright.languageModelTools': true });
await installExtension(workbench, profile, vsix);

const folder = writeStories(fs.mkdirSync(path.join(work, 'in-editor/stories'), { recursive: true }));
fs.mkdirSync(path.join(folder, '.vscode'));
fs.writeFileSync(path.join(folder, '.vscode/settings.json'), '{}');
const server = await startServer(strace ? { ...workbench, node: tracedNode() } : workbench, profile);
const browser = await launch(chromium);
const done = [];
try {
  const window = await Workbench.open(browser, server, { folder, file });
  await walk(window);
  fs.writeFileSync(path.join(work, 'browser.json'), JSON.stringify(await keptByBrowser(window.page)));
  fs.cpSync(profile.folder, path.join(work, 'profile'), { recursive: true, filter: (from) => !/node_modules|\.sock$/.test(from) });
  await traceOn(window);
} finally {
  await browser.close();
  await server.stop();
}
fs.writeFileSync(path.join(work, 'done.json'), JSON.stringify({ done }));

/** A node that runs under a trace. */
function tracedNode() {
  const script = path.join(work, 'node');
  const [command, args] = traced([workbench.node, []], path.join(work, 'editor.trace'));
  fs.writeFileSync(script, `#!/bin/sh\nexec ${command} ${args.map((arg) => `'${arg}'`).join(' ')} "$@"\n`, { mode: 0o755 });
  return script;
}

/** What a person does, each step once. */
async function walk(window) {
  const { page, keyboard } = window;
  const step = async (name, doing) => {
    await doing();
    done.push(name);
  };
  await step('diagnostics', async () => {
    await window.problems();
    await window.problem('buzzword').or(window.problem('secret-in-story')).first().waitFor();
  });
  await step('edit', async () => {
    await window.openFile(file);
    await window.goTo(22);
    await keyboard.type('zqvxtyped ');
  });
  await step('hover', async () => {
    await window.goToText(file, 'synergies');
    await window.hover('buzzword').catch(() => window.hover('phrase'));
    await keyboard.press('Escape');
  });
  await step('cue card', async () => {
    await window.command('Show Cue Card');
    await page.frameLocator('iframe.webview.ready').frameLocator('#active-frame').getByText('Open with').first().waitFor();
  });
  await step('redacted view', async () => {
    await window.openFile(file);
    await window.command('Show Redacted View');
    await page.locator('.monaco-editor[data-uri^="starwright-redacted:"] .view-line').first().waitFor();
  });
  await step('bank', async () => {
    await window.openBank();
    await page.locator('.pane-header', { hasText: 'stor' }).first().waitFor();
  });
  await step('match', async () => {
    await window.command('Match a Question');
    await window.input.fill('Tell me about a zqvxquestion that failed');
    await keyboard.press('Enter');
    await window.rows.first().waitFor();
    await keyboard.press('Escape');
  });
  await step('coverage', async () => {
    await window.command('Show Coverage Matrix');
    await page.locator('.tab.active', { hasText: 'Coverage' }).waitFor();
  });
  await step('rehearse', async () => {
    await window.openFile(file);
    await window.command('Starwright: Rehearse');
    await page.locator('.tab.active', { hasText: 'Rehearse' }).waitFor();
  });
  await step('save', async () => {
    await window.openFile(file);
    await keyboard.press('ControlOrMeta+s');
    await waitUntil(() => /zqvxtyped/.test(fs.readFileSync(path.join(folder, file), 'utf8')));
  });
  await step('restart', async () => {
    await window.command('Starwright: Restart Server');
    await window.problems();
    await window.problem('secret-in-story').waitFor();
  });
}

/** A person who turns tracing on finds the text of a story in the log: a search of it would notice. */
async function traceOn(window) {
  fs.writeFileSync(path.join(folder, '.vscode/settings.json'), '{ "starwright.trace.server": "verbose" }');
  await window.command('Developer: Set Log Level...');
  await window.choose('Starwright');
  await window.choose('Trace');
  await window.openFile(file);
  await window.goTo(22);
  await window.keyboard.type('zqvxtraced ');
  const logs = path.join(profile.data, 'data/logs');
  await waitUntil(() => fs.readdirSync(logs, { recursive: true }).some((name) => /Starwright\.log$/.test(name) && marksIn(fs.readFileSync(path.join(logs, name))) !== undefined));
  done.push('tracing turned on');
}

async function waitUntil(holds) {
  const patience = performance.now() + 60_000;
  while (!holds()) {
    if (performance.now() > patience) throw new Error('What was waited for did not come.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** What the page keeps in the browser between two visits, as one list of texts. */
function keptByBrowser(page) {
  return page.evaluate(async () => {
    const kept = Object.entries(localStorage).map(([key, value]) => `localStorage ${key}: ${value}`);
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise((resolve, reject) => Object.assign(indexedDB.open(name), { onsuccess: ({ target }) => resolve(target.result), onerror: reject }));
      for (const store of database.objectStoreNames) {
        const objects = database.transaction(store).objectStore(store);
        const get = (what) => new Promise((resolve, reject) => Object.assign(objects[what](), { onsuccess: ({ target }) => resolve(target.result), onerror: reject }));
        const [keys, values] = [await get('getAllKeys'), await get('getAll')];
        kept.push(...keys.map((key, index) => `${name} ${store} ${key}: ${values[index] instanceof Uint8Array ? new TextDecoder().decode(values[index]) : JSON.stringify(values[index])}`));
      }
    }
    return kept;
  });
}
