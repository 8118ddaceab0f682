import { relative, resolve } from 'node:path';

/** A path as seen from the root of the repository: on a build server from its checkout, elsewhere from the current folder. */
export function fromRoot(path: string): string {
  const root = process.env['GITHUB_WORKSPACE'] ?? process.cwd();
  const seen = relative(root, resolve(path)).replaceAll('\\', '/');
  return seen.startsWith('../') || seen === '' ? path : seen;
}
