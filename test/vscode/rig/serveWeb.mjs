import fs from 'node:fs';
import path from 'node:path';
import { WEB_FILES } from '../web/files.mjs';
import { findChromium } from '../../../scripts/lib/chromium.mjs';
import { artifacts, manifest, vsix } from '../../../scripts/lib/paths.mjs';
import { createProfile } from '../../../scripts/lib/profile.mjs';
import { installExtension, startServer } from '../../../scripts/lib/server.mjs';
import { installWorkbench } from '../../../scripts/lib/workbench.mjs';
import { startFront } from './front.mjs';

/** As for the other journeys; windows start untrusted where trust is asked for, and do not ask by themselves. */
const SETTINGS = {
  'editor.accessibilitySupport': 'off', 'files.autoSave': 'off', 'workbench.colorTheme': 'Default Dark Modern', 'workbench.reduceMotion': 'on',
  'security.workspace.trust.enabled': true, 'security.workspace.trust.startupPrompt': 'never', 'files.simpleDialog.enable': true,
};

/** Serves a VS Code in which the packaged extension runs as a web extension, beside files that live in the browser; gives how to end that. */
export default async function serve({ provide }) {
  const pictures = path.join(artifacts, 'web');
  fs.rmSync(pictures, { recursive: true, force: true });
  fs.mkdirSync(pictures, { recursive: true });

  const chromium = await findChromium();
  const workbench = await installWorkbench();
  const profile = createProfile(SETTINGS);
  const starwright = await unpacked(workbench);
  const server = await startServer(workbench, profile, { log: path.join(pictures, 'server.log'), trust: true });
  const front = await startFront(server.port, { starwright, 'memory-files': withFiles(profile.folder) });
  provide('vscode', { server: { port: front.port, token: server.token }, chromium, pictures });
  return async () => {
    front.stop();
    await server.stop();
  };
}

/** The folder that VS Code makes of the package, in a profile that nothing runs in. */
async function unpacked(workbench) {
  const profile = createProfile();
  await installExtension(workbench, profile, vsix());
  const { publisher, name, version } = manifest();
  return path.join(profile.extensions, `${publisher}.${name}-${version}`);
}

/** The test's own file system, and what lies in it when a window opens. */
function withFiles(folder) {
  const copy = path.join(folder, 'memory-files');
  fs.cpSync(path.join(import.meta.dirname, '../web/memory-files'), copy, { recursive: true });
  fs.writeFileSync(path.join(copy, 'files.json'), JSON.stringify(WEB_FILES));
  return copy;
}
