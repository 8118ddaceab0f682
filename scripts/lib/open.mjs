import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { createProfile } from './profile.mjs';
import { cleanEnvironment, must, works } from './run.mjs';

const windows = process.platform === 'win32';
const MAC_APP = '/Applications/Visual Studio Code.app/Contents/Resources/app/bin/code';

/** Whether something can be shown on this machine's screen. */
export const hasDisplay = () => process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** The command of the person's own VS Code, if there is one that can open a window. */
export async function findOwnVSCode() {
  // in a terminal of a remote VS Code, `code` only talks to the window it belongs to
  if (!hasDisplay() || process.env.VSCODE_IPC_HOOK_CLI) return undefined;
  for (const command of ['code', MAC_APP]) if (await works(command, { shell: windows })) return command;
  return undefined;
}

/** Puts the extension into a profile apart from the person's, and gives how to open a window on it and to close it. */
export async function prepareOwnVSCode(command, vsix) {
  const profile = createProfile();
  const own = ['--user-data-dir', profile.data, '--extensions-dir', profile.extensions];
  const code = (args) => must(command, [...own, ...args], { quiet: true, shell: windows, env: cleanEnvironment() });
  await code(['--install-extension', vsix, '--force']);
  return {
    untilClosed: (...paths) => code(['--new-window', '--wait', '--disable-workspace-trust', ...paths]),
    close: () => endWindow(profile),
  };
}

/** The command only asks a window to open; which process that is, VS Code writes into its profile. */
function endWindow(profile) {
  try {
    process.kill(Number(fs.readFileSync(path.join(profile.data, 'code.lock'), 'utf8')));
  } catch {
    // it is closed already
  }
}

/** Shows an address in the person's browser, if there is one to show it. */
export function openBrowser(address) {
  if (!hasDisplay()) return;
  const command = process.platform === 'darwin' ? 'open' : 'xdg-open';
  spawn(command, [address], { stdio: 'ignore', detached: true }).on('error', () => {}).unref();
}
