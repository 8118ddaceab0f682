import path from 'node:path';
import { root, tool, vsix } from './paths.mjs';
import { node } from './run.mjs';

/** Packs what `build` made into the .vsix and gives its path. */
export async function packageExtension() {
  const args = ['package', '--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--out', vsix()];
  await node(tool('@vscode/vsce/vsce'), args, { cwd: root, quiet: true });
  console.log(`Packaged ${path.relative(process.cwd(), vsix())}`);
  return vsix();
}
