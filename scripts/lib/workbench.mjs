import fs from 'node:fs';
import path from 'node:path';
import { cached } from './cache.mjs';
import { npm } from './run.mjs';
import { Unavailable } from './unavailable.mjs';

/** VS Code as the npm registry has it: in the browser, from the code-server package, with the Node it wants. */
export const NEWEST = { vscode: '1.139.1', codeServer: '4.139.1', node: 24 };
/** The oldest VS Code that package.json promises to run in. */
export const OLDEST = { vscode: '1.93.1', codeServer: '4.93.1', node: 20 };

const QUIETLY = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-update-notifier', '--engine-strict=false', '--loglevel=error'];
/** Goes up with every change to what is installed below, so that nobody keeps an older one. */
const REVISION = 1;
const STUBS = new URL('stubs/', import.meta.url);

/** Makes sure that VS Code for the browser is in the cache, and says where its parts are. */
export async function installWorkbench(edition = NEWEST) {
  if (process.platform === 'win32') throw new Unavailable('VS Code in the browser does not run on Windows');
  const node = await installNode(edition.node);
  const home = await cached(`code-server-${edition.codeServer}-${REVISION}`, async (folder) => {
    console.log(`Fetching VS Code ${edition.vscode} for the browser (780 MB, only once) …`);
    await install(folder, `code-server@${edition.codeServer}`);
    const vscode = path.join(folder, 'node_modules/code-server/lib/vscode');
    await installServerDependencies(vscode);
    for (const place of [folder, vscode]) replaceNativeModules(path.join(place, 'node_modules'));
  });
  const codeServer = path.join(home, 'node_modules/code-server');
  return { edition, node, entry: path.join(codeServer, 'out/node/entry.js'), serverMain: path.join(codeServer, 'lib/vscode/out/server-main.js') };
}

async function installNode(major) {
  if (process.versions.node.startsWith(`${major}.`)) return process.execPath;
  const machine = `${process.platform}-${process.arch}`;
  const name = machine === 'darwin-arm64' ? `node-bin-${machine}` : `node-${machine}`;
  const home = await cached(`node-${major}`, (folder) => install(folder, `${name}@${major}`));
  return path.join(home, 'node_modules', name, 'bin/node');
}

async function install(folder, what) {
  fs.writeFileSync(path.join(folder, 'package.json'), '{ "private": true }\n');
  await runNpm(['install', '--no-save', '--no-package-lock', what], folder, what);
}

async function installServerDependencies(vscode) {
  const options = ['--omit=dev', '--legacy-peer-deps'];
  try {
    await runNpm(['ci', ...options], vscode);
  } catch {
    // some releases carry a shrinkwrap that does not fit their own package.json
    await runNpm(['install', ...options], vscode);
  }
}

async function runNpm(args, cwd, what = 'what VS Code needs') {
  try {
    await npm([...args, ...QUIETLY], { cwd, quiet: true });
  } catch (error) {
    throw new Unavailable(`npm could not install ${what} (${error.message.split('\n')[1] ?? error.message})`);
  }
}

/** Some small modules would have to be compiled; ours do enough of the same in JavaScript, so no compiler is needed. */
function replaceNativeModules(modules) {
  for (const file of ['@vscode/spdlog/index.js', '@vscode/native-watchdog/index.js', 'native-watchdog/index.js', 'argon2/argon2.js']) {
    const main = path.join(modules, file);
    if (fs.existsSync(main)) fs.copyFileSync(new URL(`${path.basename(path.dirname(main))}.cjs`, STUBS), main);
  }
}
