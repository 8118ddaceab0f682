import type { Range as LspRange, WorkspaceEdit } from 'vscode-languageserver-types';
import { cutsOf, editsFor, sentencesAt } from '../refactor/index.js';
import { cutsToFit, type Cut } from '../review/cuts.js';
import { secondsFor } from '../review/timing.js';
import type { Sentence } from '../story/types.js';
import { workspaceEdit, type EditOptions } from './codeActions.js';
import { oneLine } from './prose.js';
import { toLspRange, toOffsets, type ReviewedStory } from './reviewed.js';

/** What a telling can do without, for a person to choose from. */
export interface CutList {
  readonly version: number | null;
  /** Of the telling as it is. */
  readonly words: number;
  readonly seconds: number;
  /** The speaking rate behind the seconds. */
  readonly wordsPerMinute: number;
  /** First what is missed least. All can go together. */
  readonly sentences: readonly CutSentence[];
}

export interface CutSentence {
  readonly range: LspRange;
  /** On one line. */
  readonly text: string;
  readonly words: number;
  readonly seconds: number;
  /** Why the story can do without it. */
  readonly reason: string;
  /** It is one of those that bring the telling to the length that was asked for. */
  readonly chosen: boolean;
}

/** What a telling, by its number from 0, can do without, and what of that brings it to a length in seconds; null for no such telling. */
export function cutList(reviewed: ReviewedStory, nth: number, seconds: number): CutList | null {
  const { review, rubric, version } = reviewed;
  const told = review.tellings[nth];
  if (told === undefined) return null;
  const cuts = cutsOf(review, told, rubric);
  const chosen = new Set(cutsToFit(cuts, told.timing, seconds));
  const { wordsPerMinute } = told.timing;
  const sentences = cuts.map((cut): CutSentence => {
    const { sentence } = cut;
    const text = oneLine(review.story.text.slice(sentence.start, sentence.end));
    return { range: toLspRange(reviewed, sentence), text, words: sentence.words, seconds: secondsFor(sentence.words, wordsPerMinute), reason: reasonFor(reviewed, cut), chosen: chosen.has(cut) };
  });
  return { version, words: told.timing.words, seconds: told.timing.seconds, wordsPerMinute, sentences };
}

/** One edit that moves the sentences in these ranges to the Notes; null when there is none. */
export function notesEdit(reviewed: ReviewedStory, ranges: readonly LspRange[], options: EditOptions): WorkspaceEdit | null {
  const found = new Set<Sentence>(ranges.flatMap((range) => sentencesAt(reviewed.review, toOffsets(reviewed, range))));
  const sentences = [...found].sort((a, b) => a.start - b.start);
  return sentences.length === 0 ? null : workspaceEdit(reviewed, editsFor(reviewed.review, sentences), { ...options, snippetEdits: false });
}

function reasonFor({ rubric }: ReviewedStory, { reason, setup, beats }: Cut): string {
  const names = beats.slice(0, 3).map((id) => rubric.beat(id)?.title ?? id).join(', ') + (beats.length > 3 ? ' …' : '');
  switch (reason) {
    case 'no-beat':
      return setup ? 'Setup that nothing rests on' : 'Nothing rests on it';
    case 'heard-elsewhere':
      return `Heard in another sentence, too: ${names}`;
    // What else it may be heard as is of no help to somebody who has to choose.
    case 'not-asked':
      return setup ? 'Setup: nothing that is asked for rests on it' : 'Nothing that is asked for rests on it';
  }
}
