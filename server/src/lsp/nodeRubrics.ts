import { isAbsolute, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type FoundRubric, Rubrics } from '../config/rubrics.js';
import type { NamedRubrics, RubricSource } from './host.js';

/** Rubrics on the local disk, each read once until it is told to forget. */
export function nodeRubrics(): RubricSource {
  let byNamed = new Map<string, Rubrics>();
  return {
    async find(uri: string, named: NamedRubrics, beside: boolean): Promise<FoundRubric | undefined> {
      const folders = placesOf(named);
      const onDisk = uri.startsWith('file:');
      if (!onDisk && folders.length === 0) return undefined;
      const key = folders.join('\n');
      const rubrics = byNamed.get(key) ?? new Rubrics(folders, named.encoding);
      byNamed.set(key, rubrics);
      // What is not on the disk has nothing beside it, but the folders that the settings name hold for it too.
      return onDisk ? rubrics.for(fileURLToPath(uri), beside) : rubrics.inFolder('', false);
    },
    forget: () => {
      byNamed = new Map();
    },
    uriOf: (path) => pathToFileURL(path).toString(),
  };
}

/** Relative folders lie in the workspace; without one they cannot be found. */
function placesOf({ folders, workspace }: NamedRubrics): string[] {
  const root = workspace?.startsWith('file:') ? fileURLToPath(workspace) : undefined;
  return folders.filter((folder) => root !== undefined || isAbsolute(folder)).map((folder) => (root === undefined ? folder : resolve(root, folder)));
}
