import fs from 'node:fs';
import path from 'node:path';
import { node, npm } from './run.mjs';
import { root } from './paths.mjs';

const changed = (file) => fs.statSync(path.join(root, file), { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Installs what package-lock.json asks for, unless that is what is installed already. */
export async function installDependencies() {
  // npm writes this file last, so a killed install does not count as one
  if (changed('node_modules/.package-lock.json') >= changed('package-lock.json')) return;
  console.log('Installing dependencies …');
  // none of them needs its install script, and some of those would reach beyond the registry
  // and where npm installs the package globally from its repository, its settings reach this far
  await npm(['ci', '--location=project', '--global=false', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error']);
}

/** Builds the extension, the language server and the command line into dist/. */
export const build = () => node(path.join(root, 'scripts/build.mjs'));

/** Makes the product what its files say now: whatever measures or attacks it has no older one before it. */
export async function makeReady() {
  await installDependencies();
  await build();
}
