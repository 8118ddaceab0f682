import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { onLeash } from './leashed.mjs';
import { cleanEnvironment, must } from './run.mjs';
import { OLDEST } from './workbench.mjs';

const LISTENING = /(?:Extension host agent listening on|HTTP server listening on http:\/\/127\.0\.0\.1:)\s*(\d+)/;

/** Installs a .vsix into a profile of the browser's VS Code. */
export async function installExtension(workbench, profile, vsix) {
  const { entry, common } = commandLine(workbench, profile);
  const args = [entry, ...common, '--install-extension', vsix, '--force'];
  const { stdout } = await must(workbench.node, args, { quiet: true, env: environment(profile) });
  if (!/successfully installed/.test(stdout)) throw new Error(`VS Code did not install the extension:\n${stdout}`);
}

/**
 * Serves VS Code to the browser, to this machine only and, where the release can, only to who knows the token.
 * It ends with this process or at `stop`, and its profile is removed then. Every folder is trusted, unless `trust` is to be asked for.
 */
export async function startServer(workbench, profile, { args = [], env = {}, log, trust = false } = {}) {
  const { entry, common, serve, token } = commandLine(workbench, profile);
  const server = onLeash(workbench.node, [entry, ...common, ...serve, ...(trust ? [] : ['--disable-workspace-trust']), ...args], {
    env: environment(profile, env), folder: profile.folder, log,
  });
  const [, port] = await server.until(LISTENING);
  return { port: Number(port), token, stop: server.stop, exit: server.exit };
}

/** How the browser's VS Code names a file on the machine that serves it. */
export const remoteUri = ({ port }, file) => `vscode-remote://127.0.0.1:${port}${file}`;

/** The address that opens a folder; `payload` is what VS Code takes there besides. */
export function addressOf({ port, token }, folder, payload = []) {
  const query = new URLSearchParams({ ...(token && { tkn: token }), folder });
  query.set('payload', JSON.stringify([['skipWelcome', 'true'], ...payload]));
  return `http://127.0.0.1:${port}/?${query}`;
}

function commandLine(workbench, profile) {
  return workbench.edition === OLDEST ? oldCommandLine(workbench, profile) : newCommandLine(workbench, profile);
}

function newCommandLine(workbench, profile) {
  const token = randomUUID();
  return {
    entry: workbench.serverMain,
    token,
    common: ['--server-data-dir', profile.data, '--extensions-dir', profile.extensions, '--accept-server-license-terms'],
    serve: ['--host', '127.0.0.1', '--port', '0', '--connection-token', token, '--telemetry-level', 'off'],
  };
}

/** The old release has no server of its own to start: it is code-server's. Only tests use it, so it may go without a token. */
function oldCommandLine(workbench, profile) {
  return {
    entry: workbench.entry,
    common: ['--user-data-dir', path.join(profile.data, 'data'), '--extensions-dir', profile.extensions, '--config', path.join(profile.folder, 'config.yaml')],
    serve: ['--auth', 'none', '--bind-addr', '127.0.0.1:0', '--disable-telemetry', '--disable-update-check',
      '--disable-getting-started-override', '--ignore-last-opened'],
  };
}

/** Home is the profile, so that nothing is read from the person's own folders or written there. */
function environment(profile, extra) {
  const elsewhere = { XDG_CACHE_HOME: undefined, XDG_CONFIG_HOME: undefined, XDG_DATA_HOME: undefined, XDG_STATE_HOME: undefined };
  // sockets go to the temporary folder, and the path of one may not be long
  const temporary = profile.folder.length < 40 && { TMPDIR: profile.folder };
  return cleanEnvironment({ HOME: profile.folder, ...elsewhere, ...temporary, ...extra });
}
