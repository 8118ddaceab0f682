import { type Preferences, review, type Review } from '../review/index.js';
import { Settings } from '../review/settings.js';
import type { Level, Limits, Rubric } from '../rubric/index.js';
import { type FrontMatter, parseStory } from '../story/index.js';
import type { Place } from './check.js';
import { complain, Exit, type ExitCode, UsageError } from './errors.js';
import { readStory } from './files.js';

/** What holds for one story, and who said so where a person did. */
interface EffectiveConfig {
  readonly path: string;
  readonly folderFile: string | null;
  /** Folders of rubrics laid over the built-in one, in that order. */
  readonly rubrics: readonly string[];
  readonly profile: string;
  readonly shapes: readonly string[];
  readonly limits: Limits;
  readonly rules: Readonly<Record<string, Level>>;
  /** Where a value comes from that is not the profile's or the shape's own. */
  readonly from: Readonly<Record<string, Origin>>;
}

type Origin = 'command line' | 'front matter' | 'folder file';

/** `check --print-config FILE`: says which settings hold for a story, without reporting on it. */
export function printConfig(paths: readonly string[], { rubric, configs, folders, problems }: Place, override: Preferences): ExitCode {
  const [path, ...more] = paths;
  if (path === undefined || more.length > 0) throw new UsageError('--print-config needs one file.');
  const read = readStory(path);
  if ('problem' in read) throw new UsageError(`${path}: ${read.problem}`);
  const folder = configs.nearest(path);
  for (const problem of folder?.problems ?? []) complain(problem);
  const defaults = folder?.preferences ?? {};
  const reviewed = review(parseStory(read.text), rubric, { override, defaults });
  const { frontMatter } = reviewed.story;
  const settings = new Settings(rubric, frontMatter, { override, defaults });
  const config: EffectiveConfig = {
    path,
    folderFile: folder?.path ?? null,
    rubrics: folders,
    profile: settings.profile.id,
    shapes: reviewed.shapes.map((shape) => shape.id),
    limits: settings.limits,
    rules: levels(settings, rubric, reviewed),
    from: origins([['command line', override], ['front matter', asPreferences(frontMatter)], ['folder file', defaults]]),
  };
  process.stdout.write(`${JSON.stringify(config, null, 2)}\n`);
  return problems.length + (folder?.problems.length ?? 0) > 0 ? Exit.failure : Exit.ok;
}

function levels(settings: Settings, rubric: Rubric, { shapes }: Review): Record<string, Level> {
  const gaps = rubric.data.beats.flatMap((beat) => beat.gaps.map((gap) => [gap.code, settings.severityOfGap(gap, beat, shapes)] as const));
  const others = [...rubric.data.checks, ...rubric.data.phrases].map(({ code, severity }) => [code, settings.severityOf(code, severity)] as const);
  return Object.fromEntries([...gaps, ...others].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function asPreferences(frontMatter: FrontMatter | undefined): Preferences {
  const rules = [...(frontMatter?.rules ?? [])].map(([code, { value }]) => [code, value as Level] as const);
  return { profile: frontMatter?.profile?.value, rules: Object.fromEntries(rules) };
}

function origins(layers: readonly (readonly [Origin, Preferences])[]): Record<string, Origin> {
  const from: Record<string, Origin> = {};
  for (const [origin, { profile, wordsPerMinute, rules }] of layers) {
    if (profile !== undefined) from['profile'] ??= origin;
    if (wordsPerMinute !== undefined) from['wordsPerMinute'] ??= origin;
    for (const code of Object.keys(rules ?? {})) from[code] ??= origin;
  }
  return from;
}
