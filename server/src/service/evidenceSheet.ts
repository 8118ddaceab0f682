import type { Range as LspRange } from 'vscode-languageserver-types';
import { fillIn } from '../review/fixes/fill.js';
import type { TellingReview } from '../review/types.js';
import { toLspRange, type ReviewedStory } from './reviewed.js';
import { snippetInsert, type SnippetInsert } from './snippets.js';
import { isHeard, standings, tally, type BeatStanding, type Standing } from './standings.js';

/** What was heard of each telling, by which sentence, and what to write where nothing was. */
export interface EvidenceSheet {
  readonly version: number | null;
  /** The file's own telling first, then its framings. */
  readonly tellings: readonly EvidenceTelling[];
}

export interface EvidenceTelling {
  /** Absent for the file's own telling. */
  readonly title: string | undefined;
  readonly range: LspRange;
  /** Of the beats that are asked for. */
  readonly heard: number;
  readonly asked: number;
  /** Those that are not heard first. */
  readonly beats: readonly EvidenceRow[];
}

export interface EvidenceRow {
  readonly id: string;
  readonly title: string;
  /** What an interviewer asks who did not hear it. */
  readonly question: string;
  readonly standing: Standing;
  readonly asked: boolean;
  /** The sentence by which it is heard or drafted; two of them where none would do alone. */
  readonly sentences: readonly LspRange[];
  /** The sentence to fill in, and where it belongs; absent for what is heard or drafted. */
  readonly fill: SnippetInsert | undefined;
}

/** The evidence of one story as a list to choose from. */
export function evidenceSheet(reviewed: ReviewedStory): EvidenceSheet {
  return { version: reviewed.version, tellings: reviewed.review.tellings.map((telling) => tellingSheet(reviewed, telling)) };
}

function tellingSheet(reviewed: ReviewedStory, telling: TellingReview): EvidenceTelling {
  const beats = standings(reviewed, telling);
  return {
    title: telling.telling.title,
    range: toLspRange(reviewed, telling.telling.range),
    ...tally(beats),
    beats: beats.map((beat) => rowOf(reviewed, telling, beat)),
  };
}

function rowOf(reviewed: ReviewedStory, telling: TellingReview, found: BeatStanding): EvidenceRow {
  const { beat, standing, asked, sentences } = found;
  const absent = !isHeard(found) && standing !== 'drafted';
  return {
    id: beat.id,
    title: beat.title,
    question: beat.question,
    standing,
    asked,
    sentences: sentences.map((sentence) => toLspRange(reviewed, sentence)),
    fill: absent ? fillOf(reviewed, telling, found) : undefined,
  };
}

function fillOf(reviewed: ReviewedStory, { telling }: TellingReview, { beat }: BeatStanding): SnippetInsert | undefined {
  const { review, rubric } = reviewed;
  const [edit] = fillIn({ story: review.story, telling, rubric }, beat.fill, beat.section, beat.step).flatMap(({ edits }) => edits);
  return edit && snippetInsert(reviewed, edit);
}
