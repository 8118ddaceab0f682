import type { Range as LspRange } from 'vscode-languageserver-types';
import { hold, WHY_NOT, type PartTime } from '../rehearse/index.js';
import { isTooLarge } from '../story/bounds.js';
import { LineIndex } from '../story/index.js';
import type { Range } from '../story/types.js';
import { oneLine } from './prose.js';
import { toLspRange, type ReviewedStory } from './reviewed.js';

/** A transcript held against a story, with places an editor can go to. */
export interface TranscriptSheet {
  /** Of the story. */
  readonly version: number | null;
  readonly title: string;
  readonly framing: string | undefined;
  readonly words: number;
  readonly seconds: number;
  /** True when the time was given and not worked out. */
  readonly timed: boolean;
  readonly wordsPerMinute: number;
  /** The time there is, in seconds. */
  readonly target: number;
  /** Beats that were said, with where in the transcript. */
  readonly heard: readonly SheetBeat[];
  /** Beats that may have been said in other words, with where in the story. */
  readonly unsure: readonly SheetBeat[];
  /** Beats that were not, with where in the story. */
  readonly missed: readonly SheetBeat[];
  readonly parts: readonly PartTime[];
  /** In the transcript. */
  readonly fillers: readonly LspRange[];
  /** What was noticed, with each place in the transcript. */
  readonly findings: readonly { readonly code: string; readonly message: string; readonly places: readonly LspRange[] }[];
}

export interface SheetBeat {
  readonly title: string;
  /** The sentence, on one line. */
  readonly text: string;
  readonly range: LspRange | undefined;
}

/** Why a transcript is not compared, in plain words. */
export interface NotHeld {
  readonly why: string;
}

const NOTHING_WRITTEN = 'There is no prose in the story yet, so there is nothing to hold a transcript against. Write the Action first: what you did, step by step.';

/** Holds a transcript against a telling, by its number from 0; null for no such telling. */
export function transcriptSheet(reviewed: ReviewedStory, nth: number, text: string, seconds?: number): TranscriptSheet | NotHeld | null {
  const { review, rubric, version } = reviewed;
  const told = review.tellings[nth];
  if (told === undefined) return null;
  if (told.timing.words === 0) return { why: NOTHING_WRITTEN };
  if (isTooLarge(text)) return { why: WHY_NOT['too-long'] };
  const report = hold(review, told, rubric, text, seconds === undefined ? {} : { seconds });
  if (typeof report === 'string') return { why: WHY_NOT[report] };
  const lines = new LineIndex(text, reviewed.lines.encoding);
  const said = ({ start, end }: Range): LspRange => ({ start: lines.positionAt(start), end: lines.positionAt(end) });
  const beatsIn = (whole: string, place: (range: Range) => LspRange) => ({ title, range }: { title: string; range?: Range }): SheetBeat =>
    ({ title, text: range ? oneLine(whole.slice(range.start, range.end)) : '', range: range && place(range) });
  const inStory = beatsIn(review.story.text, (range) => toLspRange(reviewed, range));
  return {
    version,
    title: review.story.title?.value ?? '',
    framing: told.telling.title,
    words: report.words,
    seconds: report.seconds,
    timed: report.timed,
    wordsPerMinute: report.wordsPerMinute,
    target: review.profile.limits.targetSeconds,
    heard: report.heard.map(beatsIn(text, said)),
    unsure: report.unsure.map(inStory),
    missed: report.missed.map(inStory),
    parts: report.parts,
    fillers: report.fillers.map(said),
    findings: report.findings.map(({ code, message, range, places = range ? [range] : [] }) => ({ code, message, places: places.map(said) })),
  };
}
