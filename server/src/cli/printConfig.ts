import { defaultsOf, effectiveConfig } from '../config/effective.js';
import { problemLine, seenFromHere } from '../config/problems.js';
import { type Preferences, review } from '../review/index.js';
import { parseStory } from '../story/index.js';
import type { Place } from './reviewer.js';
import { complain, Exit, type ExitCode, plainJson, UsageError } from './errors.js';
import { readStory } from './files.js';

/** `check --print-config FILE`: says which settings hold for a story, without reporting on it. */
export function printConfig(paths: readonly string[], { rubric, configs, folders, problems }: Place, flags: Preferences): ExitCode {
  const [path, ...more] = paths;
  if (path === undefined || more.length > 0) throw new UsageError('--print-config needs one file.');
  const read = readStory(path);
  if ('problem' in read) throw new UsageError(`${path}: ${read.problem}`);
  const config = configs.nearest(path);
  for (const problem of config?.problems ?? []) complain(problemLine(problem));
  const layers = { flags, folder: config?.preferences ?? {}, folderFile: config ? seenFromHere(config.file) : null, rubrics: folders };
  const reviewed = review(parseStory(read.text), rubric, { override: flags, defaults: defaultsOf(layers) });
  process.stdout.write(`${plainJson(effectiveConfig(path, reviewed, rubric, layers), 2)}\n`);
  return problems.length + (config?.problems.length ?? 0) > 0 ? Exit.failure : Exit.ok;
}
