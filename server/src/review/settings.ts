import { DEFAULT_PROFILE, type Beat, type Gap, type Level, type Limits, type Profile, type Rubric, type Severity } from '../rubric/index.js';
import { RULE_LEVELS } from '../story/frontMatterKeys.js';
import type { FrontMatter, Story } from '../story/types.js';
import type { Doubt, Language, RecognisedShape, ReviewOptions } from './types.js';

export type { Language, Preferences, ReviewOptions } from './types.js';

const LEVELS: readonly string[] = Object.keys(RULE_LEVELS);
const NO_TERMS: readonly string[] = [];
const ORDER: readonly Severity[] = ['hint', 'information', 'warning', 'error'];

/** Which profile, limits and severities hold for one story. */
export class Settings {
  readonly profile: Profile;
  readonly limits: Limits;
  readonly confidentialTerms: readonly string[];
  readonly #rules: Readonly<Record<string, Level>>;
  readonly #draft: boolean;
  readonly #language: Language;

  constructor(
    readonly rubric: Rubric,
    frontMatter: FrontMatter | undefined,
    options: ReviewOptions,
  ) {
    const { override = {}, defaults = {} } = options;
    const wanted = [override.profile, frontMatter?.profile?.value, defaults.profile, DEFAULT_PROFILE];
    this.profile = wanted.map((id) => (id === undefined ? undefined : rubric.profile(id))).find(Boolean) ?? rubric.data.profiles[0]!;
    const wordsPerMinute = override.wordsPerMinute ?? defaults.wordsPerMinute ?? this.profile.limits.wordsPerMinute;
    this.limits = { ...this.profile.limits, wordsPerMinute };
    this.confidentialTerms = defaults.confidentialTerms ?? NO_TERMS;
    this.#rules = { ...this.profile.rules, ...defaults.rules, ...rulesOf(frontMatter), ...override.rules };
    this.#draft = frontMatter?.status === 'draft';
    this.#language = override.language ?? defaults.language ?? 'auto';
  }

  /** True when a story's words can be judged, not only its structure and time. */
  understands(story: Story): boolean {
    return story.english || this.#language === 'en';
  }

  /** The severity of a finding code, or `off`; `asked` is what shape or profile ask of its beat. */
  severityOf(code: string, asked: Level): Level {
    const level = this.#rules[code] ?? asked;
    return this.#draft && level !== 'off' ? gentler(level) : level;
  }

  /** The severity of a gap; gentler, or off, where it is doubtful that something is missing, unless a person set it. */
  severityOfGap(gap: Gap, beat: Beat, shapes: readonly RecognisedShape[], doubtOf: () => Doubt = () => 'none'): Level {
    const asked = gap.ownSeverity || gap.severity === 'off' ? gap.severity : this.askedOf(beat, shapes);
    if (asked === 'off') return this.severityOf(gap.code, asked);
    const doubt = doubtOf();
    if (doubt === 'none') return this.severityOf(gap.code, asked);
    return this.severityOf(gap.code, doubt === 'strong' || gap.whenDoubtful === 'off' ? 'off' : gentler(asked));
  }

  /** True when the profile or one of the story's shapes has an entry for a beat, `off` included. */
  speaksOf(beat: Beat, shapes: readonly RecognisedShape[]): boolean {
    return beat.id in this.profile.beats || shapes.some(({ id }) => beat.id in (this.rubric.shape(id)?.beats ?? {}));
  }

  /** How badly a beat is missed: the strictest of the story's shapes, else the profile. */
  askedOf(beat: Beat, shapes: readonly RecognisedShape[]): Level {
    const levels = shapes.map(({ id }) => this.rubric.shape(id)?.beats[beat.id]).filter((level) => level !== undefined);
    if (levels.length > 0) return levels.reduce((a, b) => (LEVELS.indexOf(b) > LEVELS.indexOf(a) ? b : a));
    return this.profile.beats[beat.id] ?? 'off';
  }
}

/** The levels that a story's front matter asks for; what is no level is left out. */
export function rulesOf(frontMatter: FrontMatter | undefined): Record<string, Level> {
  const rules: Record<string, Level> = {};
  for (const [code, { value }] of frontMatter?.rules ?? []) if (LEVELS.includes(value)) rules[code] = value as Level;
  return rules;
}

function gentler(severity: Severity): Severity {
  return ORDER[Math.max(0, ORDER.indexOf(severity) - 1)]!;
}

/** Strongest first. */
export function compareSeverity(a: Severity, b: Severity): number {
  return ORDER.indexOf(b) - ORDER.indexOf(a);
}
