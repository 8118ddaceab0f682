import { partsOf } from '../review/seams.js';
import type { TellingReview, Timing } from '../review/types.js';
import type { Rubric } from '../rubric/index.js';
import type { Role, Sentence } from '../story/types.js';
import type { Stretch, Timeline } from './types.js';

/** What a part is called that has no label. */
export const ROLE_TITLES: Readonly<Record<Role, string>> = { situation: 'Situation', task: 'Task', action: 'Action', result: 'Result', learning: 'Learning', body: 'Story' };

const MILESTONES = [0.5, 0.8, 1];

/** A part of a telling before it has its time. */
export interface Portion {
  readonly role: Role;
  readonly title: string;
  readonly sentences: readonly Sentence[];
  readonly words: number;
}

/**
 * When each part of a telling should begin and end, in seconds. One that takes longer than the target is fitted to it, each
 * part in proportion; a shorter one keeps its own times. A story without labels is divided where its evidence shows the
 * seams; one without any, and one without prose, has a single stretch or none.
 */
export function timelineOf(told: TellingReview, target: number, rubric: Rubric): Timeline {
  return { target, stretches: stretched(portionsOf(told, rubric), told.timing, target), milestones: MILESTONES.map((share) => Math.round(target * share)) };
}

/** The parts of a telling in the order told, inherited ones included; those without a word are left out. */
export function portionsOf({ timing, beats }: TellingReview, rubric: Rubric): Portion[] {
  const told = timing.sections.filter(({ words }) => words > 0);
  const seamless = told.every(({ section }) => section.label === undefined);
  if (!seamless) {
    return told.map(({ section, role, words }) => ({ role, title: section.label?.text || (role === 'body' ? 'Opening' : ROLE_TITLES[role]), sentences: section.sentences, words }));
  }
  const sentences = told.flatMap(({ section }) => section.sentences);
  const parts = partsOf(sentences, beats, rubric, () => true);
  const found = parts.length > 0 ? parts : [{ role: 'body' as const, from: 0, to: sentences.length }];
  return sentences.length === 0 ? [] : found.map(({ role, from, to }) => portion(role, sentences.slice(from, to)));
}

function portion(role: Role, sentences: readonly Sentence[]): Portion {
  return { role, title: ROLE_TITLES[role], sentences, words: sentences.reduce((sum, { words }) => sum + words, 0) };
}

function stretched(portions: readonly Portion[], { wordsPerMinute }: Timing, target: number): Stretch[] {
  const total = portions.reduce((sum, { words }) => sum + words, 0);
  const own = (total / wordsPerMinute) * 60;
  const perWord = total === 0 ? 0 : Math.min(own, target) / total;
  let words = 0;
  return portions.map(({ role, title, words: long }) => {
    const from = Math.round(words * perWord);
    words += long;
    return { role, title, from, to: Math.round(words * perWord) };
  });
}
