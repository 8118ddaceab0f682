import type { DiskNames } from './host.js';
import { encodedName } from './uris.js';

/**
 * The addresses of the folder a file lies in and of those above it, innermost first: on the disk up to its root, elsewhere, where
 * every look may go over a network, up to the open folder. None for what lies in no folder.
 */
export function foldersAbove(uri: string, workspace: string | undefined): string[] {
  const [, place, path] = /^([a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?)(\/[^?#]*)/i.exec(uri) ?? [];
  if (place === undefined || path === undefined || place === 'untitled:') return [];
  const folders: string[] = [];
  for (let at = path.lastIndexOf('/'); at >= 0; at = path.lastIndexOf('/', at - 1)) {
    folders.push(place + path.slice(0, at));
    if (at === 0) break;
  }
  return /^file:/i.test(uri) ? folders : folders.filter((folder, i) => i === 0 || (workspace !== undefined && isIn(folder, workspace)));
}

/** True for the folder itself and for everything in it. */
export function isIn(uri: string, folder: string): boolean {
  return uri === folder || uri.startsWith(`${folder.replace(/\/+$/, '')}/`);
}

/** The address of a folder that a setting names; undefined where it cannot be found. Relative ones lie in the workspace. */
export function namedFolder(named: string, workspace: string | undefined, disk: DiskNames | undefined): string | undefined {
  const onDisk = disk?.uriOf(named, workspace);
  if (onDisk !== undefined || workspace === undefined || workspace.startsWith('file:') || /^(?:[\\/]|[a-z]:)/i.test(named)) return onDisk;
  const steps = workspace.replace(/\/+$/, '').split('/');
  for (const step of named.split(/[\\/]+/)) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(encodedName(step));
  }
  return steps.join('/');
}
