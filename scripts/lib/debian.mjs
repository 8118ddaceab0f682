import fs from 'node:fs';
import { run } from './run.mjs';

let before = Promise.resolve();

/** Installs Debian packages, one call after another: false, at once, where that cannot be done. */
export function installFromDebian(...packages) {
  if (process.getuid?.() !== 0 || !fs.existsSync('/etc/debian_version')) return Promise.resolve(false);
  before = before.then(() => install(packages));
  return before;
}

async function install(packages) {
  console.log(`Installing Debian's ${packages.join(', ')} …`);
  const apt = (...args) => run('apt-get', args, { quiet: true, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  await apt('update');
  return (await apt('install', '-y', '--no-install-recommends', ...packages)).code === 0;
}
