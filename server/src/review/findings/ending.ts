import type { Check } from '../../rubric/index.js';
import { TokenClass } from '../../story/types.js';
import { ENDINGS, evidenceCounts, type Candidate, type ReviewContext } from '../context.js';
import { fillIn } from '../fixes/fill.js';

/** The story stops at what was built, with no outcome or lesson in its last two sentences. */
export function lastSentence(context: ReviewContext, check: Check): Candidate[] {
  const told = context.heard;
  const last = told[told.length - 1];
  if (!last || told.length < 4 || last.sentence.slots.length > 0) return [];
  const closing = told.slice(-2).map(({ sentence }) => sentence);
  const ending = evidenceCounts(context, ENDINGS);
  const ends = closing.some((sentence) => ending.has(sentence));
  const doing = last.roles.has('action') && last.sentence.tokens.some((token) => token.classes & TokenClass.past);
  if (ends || !doing || last.roles.has('learning') && last.section.label) return [];
  const range = { start: last.sentence.start, end: last.sentence.end };
  return [{ code: check.code, kind: 'check', role: last.section.role, range, fixes: () => check.fills.flatMap((fill) => fillIn(context, fill, 'result')) }];
}
