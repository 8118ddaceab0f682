import { wantsStory } from '../rubric/asking.js';
import type { Rubric } from '../rubric/index.js';
import type { Question, Wording } from '../rubric/types.js';
import { plainSentences } from '../story/index.js';
import { questionBankOf, topicOf, type NearQuestion } from './nearQuestions.js';
import { wordingsOf } from '../rubric/wordings.js';

/** Something a question asks for, and how much of the question it is. */
export interface Subject {
  readonly wording: Wording;
  readonly weight: number;
}

/** A question as understood. */
export interface ReadQuestion {
  readonly wantsStory: boolean;
  /** The template of an answer, for a question that wants no story. */
  readonly skeleton: string | undefined;
  /** In plain words, what kind of answer it wants; undefined for a story. */
  readonly wants: string | undefined;
  readonly subjects: readonly Subject[];
  /** What it asks beside its subject. */
  readonly aspects: readonly Wording[];
  readonly near: readonly NearQuestion[];
  /** The terms it is about, each with its word in the question. */
  readonly topic: ReadonlyMap<string, string>;
}

/** Longer than any question; the rest of a longer text is not read. */
const MOST_CHARACTERS = 5000;

/** So much alike that it is the same question. */
const SAME = 0.8;

/** What a question asks for. Never throws; of a text that is no question, little or nothing is understood. */
export function readQuestion(text: string, rubric: Rubric): ReadQuestion {
  const question = oneLine(text).slice(0, MOST_CHARACTERS);
  const worded = wordingsOf(rubric).in(plainSentences(question));
  const topic = topicOf(question);
  const near = questionBankOf(rubric).near(new Set(topic.keys()));
  const { wants, skeleton, story } = kindOf(worded.map(({ wording }) => wording), near);
  const about = worded.filter(({ wording }) => wording.kind === undefined);
  return {
    wantsStory: story,
    skeleton,
    wants,
    subjects: about.filter(({ wording }) => !wording.aspect).map(({ wording, words }) => ({ wording, weight: words > 1 ? 1.5 : 1 })),
    aspects: about.filter(({ wording }) => wording.aspect).map(({ wording }) => wording),
    near,
    topic,
  };
}

/** A question on one line, without what cannot be seen. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim();
}

/** What the same question of the bank says of itself, else what the wording says, else what a near one does. */
function kindOf(worded: readonly Wording[], near: readonly NearQuestion[]): { story: boolean; wants?: string | undefined; skeleton?: string | undefined } {
  const [nearest] = near;
  const known = nearest && nearest.likeness >= SAME ? nearest.question : undefined;
  const other = worded.find(({ kind }) => kind !== undefined && kind !== 'story');
  if (known) return { story: wantsStory(known), wants: other?.title, skeleton: known.skeleton };
  if (!other || worded.some(({ kind }) => kind === 'story')) return { story: true };
  return { story: false, wants: other.title, skeleton: skeletonOf(nearest?.question) ?? other.skeleton };
}

function skeletonOf(question: Question | undefined): string | undefined {
  return question && !wantsStory(question) ? question.skeleton : undefined;
}
