import type { Range as LspRange } from 'vscode-languageserver-types';
import { bestFirst } from '../review/bestEvidence.js';
import type { BeatReview, TellingReview } from '../review/types.js';
import type { Role } from '../story/types.js';
import { toLspRange, type ReviewedStory } from './reviewed.js';

/** A review as a view draws it: times, and which sentence was heard as what. */
export interface Glance {
  readonly version: number | null;
  readonly profile: { readonly id: string; readonly title: string; readonly targetSeconds: number };
  /** Titles of the kinds of story it is; empty where none was declared or recognised. */
  readonly shapes: readonly string[];
  /** The file's own telling first, then its framings. */
  readonly tellings: readonly GlanceTelling[];
}

export interface GlanceTelling {
  /** Absent for the file's own telling. */
  readonly title: string | undefined;
  readonly range: LspRange;
  readonly words: number;
  readonly seconds: number;
  readonly sections: readonly GlanceSection[];
  /** Those that the profile or the story's kind speaks of. */
  readonly beats: readonly GlanceBeat[];
}

export interface GlanceSection {
  readonly role: Role;
  /** As written in the text; absent under no label. */
  readonly label: string | undefined;
  readonly range: LspRange;
  readonly words: number;
  readonly seconds: number;
  /** Of the telling's words, 0–1. */
  readonly share: number;
  readonly sentences: number;
  /** What the profile asks of a section of this role: a number of sentences at most, a share of the words at least. */
  readonly limits: { readonly mostSentences?: number; readonly leastShare?: number };
}

export interface GlanceBeat {
  readonly id: string;
  readonly title: string;
  readonly state: 'heard' | 'drafted' | 'missing' | 'unheard';
  /** The sentences that count, the strongest first. */
  readonly evidence: readonly { readonly range: LspRange; readonly strength: 'strong' | 'weak' }[];
}

/** The review of one story at a glance. */
export function glance(reviewed: ReviewedStory): Glance {
  const { profile, shapes, tellings } = reviewed.review;
  return {
    version: reviewed.version,
    profile: { id: profile.id, title: profile.title, targetSeconds: profile.limits.targetSeconds },
    shapes: shapes.map(({ id }) => reviewed.rubric.shape(id)?.title ?? id),
    tellings: tellings.map((telling) => tellingGlance(reviewed, telling)),
  };
}

function tellingGlance(reviewed: ReviewedStory, { telling, timing, beats }: TellingReview): GlanceTelling {
  return {
    title: telling.title,
    range: toLspRange(reviewed, telling.range),
    words: timing.words,
    seconds: timing.seconds,
    sections: timing.sections.map(({ section, role, words, seconds, share, sentences }) => ({
      role,
      label: section.label?.text,
      range: toLspRange(reviewed, section.whole),
      words,
      seconds,
      share,
      sentences,
      limits: sectionLimits(reviewed, role),
    })),
    beats: beats.filter(({ concerns }) => concerns).map((beat) => beatGlance(reviewed, beat)),
  };
}

function sectionLimits({ review }: ReviewedStory, role: Role): GlanceSection['limits'] {
  const { situationSentences, actionShare } = review.profile.limits;
  if (role === 'situation') return { mostSentences: situationSentences };
  return role === 'action' ? { leastShare: actionShare } : {};
}

function beatGlance(reviewed: ReviewedStory, beat: BeatReview): GlanceBeat {
  const state = beat.present ? 'heard' : beat.drafted ? 'drafted' : beat.missing ? 'missing' : 'unheard';
  // What did not suffice is no evidence yet.
  const evidence = beat.present ? bestFirst(beat.evidence) : [];
  return {
    id: beat.id,
    title: reviewed.rubric.beat(beat.id)?.title ?? beat.id,
    state,
    evidence: evidence.map(({ sentence, strength }) => ({ range: toLspRange(reviewed, sentence), strength })),
  };
}
