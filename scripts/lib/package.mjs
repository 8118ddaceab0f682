import path from 'node:path';
import { root, tool, vsix } from './paths.mjs';
import { node } from './run.mjs';

/** The time that npm, too, gives every file it packs, so that the same files make the same package, whenever and wherever it is packed. */
const SAME_TIME = { SOURCE_DATE_EPOCH: String(Date.UTC(1985, 9, 26, 8, 15) / 1000), TZ: 'UTC' };

/** Packs what `build` made into the .vsix and gives its path. */
export async function packageExtension() {
  const args = ['package', '--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--out', vsix()];
  await node(tool('@vscode/vsce/vsce'), args, { cwd: root, quiet: true, env: { ...process.env, ...SAME_TIME } });
  console.log(`Packaged ${path.relative(process.cwd(), vsix())}`);
  return vsix();
}
