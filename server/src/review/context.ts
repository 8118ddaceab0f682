import type { Check, Rubric } from '../rubric/index.js';
import type { Range, Role, Section, Sentence, Story, Telling } from '../story/types.js';
import type { BeatHeard } from './beats.js';
import { toldSections } from './hear.js';
import type { HeardSentence } from './impression.js';
import type { Settings } from './settings.js';
import type { Broken, Edit, Fix, RecognisedShape, Timing } from './types.js';

/** Everything a check may look at for one telling. */
export interface ReviewContext {
  readonly story: Story;
  readonly telling: Telling;
  readonly rubric: Rubric;
  readonly settings: Settings;
  readonly shapes: readonly RecognisedShape[];
  /** False for a story in another language, or where hearing threw: nothing is heard in it, and only its structure and time are judged. */
  readonly understood: boolean;
  readonly heard: readonly HeardSentence[];
  readonly beats: ReadonlyMap<string, BeatHeard>;
  readonly timing: Timing;
  /** Takes what threw; one for the whole story. */
  readonly broken: Broken[];
}

/** What tells where a text belongs in a telling. */
export type Place = Pick<ReviewContext, 'story' | 'telling'>;

/** So many unknown names of a kind, or in one comment, are reported: more are no slip of the pen. */
export const MOST_UNKNOWN = 20;

/** A finding before its severity is settled. */
export interface Candidate {
  readonly code: string;
  readonly range: Range;
  readonly role: Role;
  /** Values for the message's placeholders. */
  readonly values?: Readonly<Record<string, string | number>>;
  /** Kind of finding, for the order among equals. */
  readonly kind: 'check' | 'gap' | 'phrase' | 'file';
  /** Worked out only for findings that are shown. */
  readonly fixes: () => readonly Fix[];
}

/** The telling's section with a role, labelled ones first. */
export function sectionOf(context: Place, role: Role): Section | undefined {
  const sections = toldSections(context.telling);
  return sections.find((section) => section.role === role && section.covers.length > 0) ?? sections.find((section) => section.role === role || section.covers.includes(role));
}

/** The limit a check is held to in this story: the profile's, else its own; none when neither names one. */
export function limitOf(context: ReviewContext, check: Check): number | undefined {
  return (check.limit === undefined ? undefined : context.settings.limits[check.limit]) ?? check.default;
}

/** True when a criterion is about every story, or about a kind that this one is. */
export function isAbout(context: ReviewContext, { shapes }: { readonly shapes: readonly string[] }): boolean {
  return shapes.length === 0 || context.shapes.some(({ id }) => shapes.includes(id));
}

/** True when the telling has no labelled section. */
export function isUnlabelled(telling: Telling): boolean {
  return telling.sections.every((section) => section.label === undefined) && telling.inherited.length === 0;
}

/** Where a finding about a section as a whole is shown: its label, else the title, else the first words. */
export function anchorOf(context: ReviewContext, role: Role): Range {
  const label = sectionOf(context, role)?.label ?? context.telling.label;
  if (label) return { start: label.start, end: label.end };
  const { title, telling } = context.story.title ? { title: context.story.title, telling: undefined } : { title: undefined, telling: context.telling };
  if (title && title.end > title.start) return { start: title.start, end: title.end };
  const tokens = (telling ?? context.telling).sections.find((section) => section.sentences.length > 0)?.sentences[0]?.tokens ?? [];
  const last = tokens[Math.min(2, tokens.length - 1)];
  return tokens[0] && last ? { start: tokens[0].start, end: last.end } : { start: 0, end: 0 };
}

/** How many of the beats that the profile or the shape speaks of each sentence is evidence for. */
export function evidenceCounts(context: ReviewContext, only?: readonly string[]): ReadonlyMap<Sentence, number> {
  const counts = new Map<Sentence, number>();
  for (const beat of context.rubric.data.beats) {
    if (only ? !only.includes(beat.id) : !context.settings.speaksOf(beat, context.shapes)) continue;
    for (const { sentence } of context.beats.get(beat.id)!.evidence) counts.set(sentence, (counts.get(sentence) ?? 0) + 1);
  }
  return counts;
}

/** Beats that make an ending: an outcome, how it was known, what it meant, or a lesson. */
export const ENDINGS: readonly string[] = ['measured-result', 'directional-result', 'business-impact', 'validation', 'learning'];

export function isHeard(context: ReviewContext, beat: string): boolean {
  const found = context.beats.get(beat);
  return found !== undefined && (found.present || found.drafted);
}

export function fixOf(title: string, edits: readonly Edit[], options: { preferred?: boolean; safe?: boolean; silences?: boolean } = {}): Fix {
  return { title, edits, preferred: options.preferred ?? false, safe: options.safe ?? false, silences: options.silences ?? false };
}
