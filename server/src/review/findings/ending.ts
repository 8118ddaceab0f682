import type { Check } from '../../rubric/index.js';
import { TokenClass, type Sentence } from '../../story/types.js';
import { ENDINGS, evidenceCounts, type Candidate, type ReviewContext } from '../context.js';
import { fillIn } from '../fixes/fill.js';
import { isDeed } from '../roles.js';

/** The story stops at what was built, with no outcome or lesson in its last two sentences. */
export function lastSentence(context: ReviewContext, check: Check): Candidate[] {
  const told = context.heard;
  const last = told[told.length - 1];
  if (!last || told.length < 4 || last.sentence.slots.length > 0) return [];
  const doing = last.roles.has('action') && tellsDeed(last.sentence);
  if (!doing || last.roles.has('learning') && last.section.label) return [];
  const ending = evidenceCounts(context, ENDINGS);
  if (told.slice(-2).some(({ sentence }) => ending.has(sentence))) return [];
  const range = { start: last.sentence.start, end: last.sentence.end };
  return [{ code: check.code, kind: 'check', role: last.section.role, range, fixes: () => check.fills.flatMap((fill) => fillIn(context, fill, 'result')) }];
}

/** "I moved", "we then added", a list item that begins with "Added", or something that "was added". */
function tellsDeed(sentence: Sentence): boolean {
  const { tokens, bullet } = sentence;
  const isPast = (index: number): boolean => ((tokens[index]?.classes ?? 0) & TokenClass.past) !== 0;
  if (bullet && isPast(0)) return true;
  // "I had always asked" looks back: it is no step of what was done.
  const looksBack = (index: number): boolean => ['had', "'d"].includes(tokens[index]?.word ?? '');
  return tokens.some(({ word }, index) => ((word === 'i' || word === 'we') && !looksBack(index + 1) && isDeed(tokens.slice(index + 1, index + 4))) || ((word === 'was' || word === 'were') && isPast(index + 1)));
}
