import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { packNpm } from '../../scripts/lib/npmPackage.mjs';
import { npm } from '../../scripts/lib/run.mjs';

/** Packs the product once and installs it in an empty folder, with an empty cache and without a network. */
export default async function setup({ provide }) {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'starwright-package-')));
  const packed = await packNpm(folder);
  const own = path.join(folder, 'own');
  fs.mkdirSync(own);
  fs.writeFileSync(path.join(own, 'package.json'), '{ "private": true, "type": "module" }\n');
  const alone = ['--offline', '--cache', path.join(folder, 'cache'), '--no-audit', '--no-fund', '--loglevel=error'];
  await npm(['install', ...alone, path.join(folder, packed.filename)], { cwd: own, quiet: true });
  console.log(`npm package: ${packed.files.length} files, ${kilobytes(packed.size)} packed, ${kilobytes(packed.unpackedSize)} unpacked`);
  provide('npm', { own, alone, packed });
  return () => fs.rmSync(folder, { recursive: true, force: true });
}

const kilobytes = (bytes) => `${Math.round(bytes / 1000)} kB`;
