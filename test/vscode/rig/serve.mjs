import fs from 'node:fs';
import path from 'node:path';
import { findChromium } from '../../../scripts/lib/chromium.mjs';
import { artifacts, vsix } from '../../../scripts/lib/paths.mjs';
import { createProfile } from '../../../scripts/lib/profile.mjs';
import { installExtension, startServer } from '../../../scripts/lib/server.mjs';
import { installWorkbench, NEWEST, OLDEST } from '../../../scripts/lib/workbench.mjs';

/** What the journeys need of an editor besides its defaults: nothing that saves, moves or completes on its own. */
const SETTINGS = { 'editor.accessibilitySupport': 'off', 'files.autoSave': 'off', 'workbench.colorTheme': 'Default Dark Modern', 'workbench.reduceMotion': 'on' };

/** Installs the packaged extension into a VS Code and serves it to all journeys; gives how to end that. */
export default async function serve({ provide }) {
  const oldest = process.env.STARWRIGHT_VSCODE === OLDEST.vscode;
  const pictures = path.join(artifacts, oldest ? 'oldest' : 'editor');
  fs.rmSync(pictures, { recursive: true, force: true });
  fs.mkdirSync(pictures, { recursive: true });

  const chromium = await findChromium();
  const workbench = await installWorkbench(oldest ? OLDEST : NEWEST);
  const profile = createProfile(SETTINGS);
  await installExtension(workbench, profile, vsix());
  addExtension(profile, path.resolve(import.meta.dirname, '../editor/asking'));
  const server = await startServer(workbench, profile, { log: path.join(pictures, 'server.log') });
  provide('vscode', { server: { port: server.port, token: server.token }, workspaces: profile.folder, chromium, pictures });
  return server.stop;
}

/** Adds an extension from its folder, as VS Code notes what is installed: one that does what another extension, or a chat, would do with ours. */
function addExtension(profile, folder) {
  const { publisher, name, version } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const file = path.join(profile.extensions, 'extensions.json');
  const installed = JSON.parse(fs.readFileSync(file, 'utf8'));
  fs.writeFileSync(file, JSON.stringify([...installed, { identifier: { id: `${publisher}.${name}` }, version, location: { $mid: 1, path: folder, scheme: 'file' } }]));
}
