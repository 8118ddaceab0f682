import { wantsStory } from '../rubric/asking.js';
import type { Rubric } from '../rubric/index.js';
import type { Question, Wording } from '../rubric/types.js';
import { plainSentences } from '../story/index.js';
import { questionBankOf, topicOf, type NearQuestion } from './nearQuestions.js';
import { familiesOf, type Notion } from './kin.js';
import { softReadingOf, type Sounding } from './softReading.js';
import { wordingsOf, type Worded } from '../rubric/wordings.js';

/** Something a question asks for, and how much of the question it is. */
export interface Subject {
  readonly wording: Wording;
  readonly weight: number;
  /** True when no pattern of it matched and only its words are spoken. */
  readonly soft: boolean;
}

/** A question as understood. */
export interface ReadQuestion {
  readonly wantsStory: boolean;
  /** The template of an answer, for a question that wants no story. */
  readonly skeleton: string | undefined;
  /** In plain words, what kind of answer it wants; undefined for a story. */
  readonly wants: string | undefined;
  readonly subjects: readonly Subject[];
  /** 0–1: how surely its subjects are what it asks for. */
  readonly certainty: number;
  /** What it asks beside its subject. */
  readonly aspects: readonly Wording[];
  readonly near: readonly NearQuestion[];
  /** What it says: its words, and the families they belong to. */
  readonly notions: readonly Notion[];
}

/** Longer than any question; the rest of a longer text is not read. */
const MOST_CHARACTERS = 5000;

/** So much alike that it is the same question. */
const SAME = 0.8;

/** What a question asks for. Never throws; of a text that is no question, little or nothing is understood. */
export function readQuestion(text: string, rubric: Rubric): ReadQuestion {
  const question = oneLine(text).slice(0, MOST_CHARACTERS);
  const worded = wordingsOf(rubric).in(plainSentences(question));
  const near = questionBankOf(rubric).near(new Set(topicOf(question).keys()));
  const { wants, skeleton, story } = kindOf(worded.map(({ wording }) => wording), near);
  const notions = familiesOf(rubric).notionsOf(question);
  const about = worded.filter(({ wording }) => wording.kind === undefined);
  return {
    wantsStory: story,
    skeleton,
    wants,
    ...weighed(about.filter(({ wording }) => !wording.aspect), softReadingOf(rubric).of(notions)),
    aspects: about.filter(({ wording }) => wording.aspect).map(({ wording }) => wording),
    near,
    notions,
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

/** A softer reading than this is chance. */
const LEAST_CERTAIN = 0.2;
/** How near to the best of them the others must come, and how many may. */
const NEAR_BEST = 0.75;
const MOST_SOFT = 3;
/** What a matched wording weighs, however few of the question's words it accounts for. */
const MATCHED = 0.4;

/** The subjects of a question: the more of it a wording accounts for, the more it weighs. Where no pattern matched, those whose words it speaks. */
function weighed(matched: readonly Worded[], soundings: readonly Sounding[]): Pick<ReadQuestion, 'subjects' | 'certainty'> {
  if (matched.length > 0) {
    const certainty = new Map(soundings.map((sounding) => [sounding.wording, sounding.certainty]));
    return { subjects: matched.map(({ wording, words }) => ({ wording, weight: (words > 1 ? 1.5 : 1) * (MATCHED + (certainty.get(wording) ?? 0)), soft: false })), certainty: 1 };
  }
  const able = soundings.filter(({ wording }) => !wording.aspect);
  const best = able[0]?.certainty ?? 0;
  const near = able.filter(({ certainty }) => certainty >= Math.max(LEAST_CERTAIN, NEAR_BEST * best)).slice(0, MOST_SOFT);
  return { subjects: near.map(({ wording, certainty }) => ({ wording, weight: certainty, soft: true })), certainty: best };
}
