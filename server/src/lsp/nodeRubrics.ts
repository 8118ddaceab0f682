import { isAbsolute, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type FoundRubric, Rubrics } from '../config/rubrics.js';
import type { NamedRubrics, RubricSource } from './host.js';

/** Rubrics on the local disk, each read once until it is told to forget. */
export function nodeRubrics(): RubricSource {
  let byNamed = new Map<string, Rubrics>();
  return {
    async find(uri: string, named: NamedRubrics, beside: boolean): Promise<FoundRubric | undefined> {
      if (!uri.startsWith('file:')) return undefined;
      const folders = placesOf(named);
      const key = folders.join('\n');
      const rubrics = byNamed.get(key) ?? new Rubrics(folders);
      byNamed.set(key, rubrics);
      return rubrics.for(fileURLToPath(uri), beside);
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
