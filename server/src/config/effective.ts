import type { Language, Preferences, Review } from '../review/index.js';
import { rulesOf, Settings } from '../review/settings.js';
import type { Level, Limits, Rubric } from '../rubric/index.js';
import type { FrontMatter } from '../story/index.js';

/** Who said something, where a person did. */
export type Origin = 'command line' | 'front matter' | 'folder file' | 'editor settings';

/** What a person asked for in each place, and the files it was read from. */
export interface Layers {
  readonly flags?: Preferences;
  readonly folder?: Preferences;
  readonly editor?: Preferences;
  /** The folder file that holds. */
  readonly folderFile: string | null;
  /** Folders of rubrics laid over the built-in one, in that order. */
  readonly rubrics: readonly string[];
}

/** What holds for one story, and who said so where a person did. */
export interface EffectiveConfig {
  /** The path or the address it was asked for by. */
  readonly path: string;
  readonly folderFile: string | null;
  readonly rubrics: readonly string[];
  readonly profile: string;
  readonly shapes: readonly string[];
  readonly limits: Limits;
  readonly language: Language;
  /** How many there are: the terms themselves are said to nobody. */
  readonly confidentialTerms: number;
  readonly rules: Readonly<Record<string, Level>>;
  /** Where a value comes from that is not the profile's or the shape's own. */
  readonly from: Readonly<Record<string, Origin>>;
}

/** What the folder file and the editor's settings ask for together. Confidential terms add up: no place takes back another's. */
export function defaultsOf({ folder = {}, editor = {} }: Pick<Layers, 'folder' | 'editor'>): Preferences {
  const confidentialTerms = [...(editor.confidentialTerms ?? []), ...(folder.confidentialTerms ?? [])];
  return { ...editor, ...folder, rules: { ...editor.rules, ...folder.rules }, ...(confidentialTerms.length > 0 ? { confidentialTerms } : {}) };
}

/** What holds for a reviewed story. */
export function effectiveConfig(path: string, { story, shapes }: Review, rubric: Rubric, layers: Layers): EffectiveConfig {
  const { flags = {}, folder = {}, editor = {}, folderFile, rubrics } = layers;
  const settings = new Settings(rubric, story.frontMatter, { override: flags, defaults: defaultsOf(layers) });
  return {
    path,
    folderFile,
    rubrics,
    profile: settings.profile.id,
    shapes: shapes.map(({ id }) => id),
    limits: settings.limits,
    language: flags.language ?? defaultsOf(layers).language ?? 'auto',
    confidentialTerms: settings.confidentialTerms.length,
    rules: levels(settings, rubric, shapes),
    from: origins([['command line', flags], ['front matter', asPreferences(story.frontMatter, rubric)], ['folder file', folder], ['editor settings', editor]]),
  };
}

function levels(settings: Settings, rubric: Rubric, shapes: Review['shapes']): Record<string, Level> {
  const gaps = rubric.data.beats.flatMap((beat) => beat.gaps.map((gap) => [gap.code, settings.severityOfGap(gap, beat, shapes)] as const));
  const others = [...rubric.data.checks, ...rubric.data.phrases].map(({ code, severity }) => [code, settings.severityOf(code, severity)] as const);
  return Object.fromEntries([...gaps, ...others].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function asPreferences(frontMatter: FrontMatter | undefined, rubric: Rubric): Preferences {
  const profile = frontMatter?.profile?.value;
  return { profile: profile !== undefined && rubric.profile(profile) ? profile : undefined, rules: rulesOf(frontMatter) };
}

function origins(layers: readonly (readonly [Origin, Preferences])[]): Record<string, Origin> {
  const from: Record<string, Origin> = {};
  for (const [origin, { rules, ...others }] of layers) {
    for (const [key, value] of Object.entries(others)) if (value !== undefined) from[key] ??= origin;
    for (const code of Object.keys(rules ?? {})) from[code] ??= origin;
  }
  return from;
}
