import type { Check } from '../../rubric/index.js';
import type { Sentence } from '../../story/types.js';
import { cutsToFit, inOrder, rankCuts } from '../cuts.js';
import { AskedBeat } from '../askedBeat.js';
import { anchorOf, evidenceCounts, limitOf, sectionOf, type Candidate, type ReviewContext } from '../context.js';
import { moveToNotes } from '../fixes/notes.js';
import { ROLE_NAMES } from '../fixes/label.js';
import type { Fix } from '../types.js';

/** A section with more sentences than the profile allows. */
export function sectionSentences(context: ReviewContext, check: Check): Candidate[] {
  const section = check.section && sectionOf(context, check.section);
  if (!section?.label || !context.telling.sections.includes(section)) return [];
  const limit = limitOf(context, check);
  const actual = section.sentences.length;
  if (limit === undefined || actual <= limit) return [];
  const surplus = leastNeeded(context, section.sentences, actual - limit);
  const title = surplus.length === 1 ? 'Move 1 sentence to Notes' : `Move ${surplus.length} sentences to Notes`;
  return [
    {
      code: check.code,
      kind: 'check',
      role: section.role,
      range: section.label,
      values: { section: ROLE_NAMES[section.role], actual, limit },
      fixes: () => moveToNotes(context, surplus, title),
    },
  ];
}

/** A telling that takes longer to say, in seconds, than the profile allows, or too short a time to say anything. */
export function storySeconds(context: ReviewContext, check: Check): Candidate[] {
  const limit = limitOf(context, check);
  const { seconds, words } = context.timing;
  if (limit === undefined || words === 0 || (check.bound === 'least' ? seconds >= limit : seconds <= limit)) return [];
  return [
    {
      code: check.code,
      kind: 'check',
      role: 'body',
      range: anchorOf(context, 'situation'),
      values: { actual: `${seconds} seconds`, limit: `${limit} seconds` },
      fixes: () => (check.bound === 'least' ? [] : cutTo(context, limit)),
    },
  ];
}

/** Moves what carries least to the Notes, until the story fits; what it cannot do without stays, even if it then does not. */
function cutTo(context: ReviewContext, seconds: number): Fix[] {
  const beats = [...context.beats.values()].map((beat) => new AskedBeat(context, beat));
  const cuts = cutsToFit(rankCuts(context.telling, beats, context.rubric), context.timing, seconds);
  return moveToNotes(context, inOrder(cuts), 'Move what carries least to Notes');
}

/** The sentences that can go first: those that carry no beat, the later before the earlier; in the order told. */
function leastNeeded(context: ReviewContext, sentences: readonly Sentence[], count: number): Sentence[] {
  return rankedByNeed(context, sentences)
    .slice(0, count)
    .sort((a, b) => a.index - b.index)
    .map(({ sentence }) => sentence);
}

function rankedByNeed(context: ReviewContext, sentences: readonly Sentence[]): { sentence: Sentence; index: number; need: number }[] {
  const carried = evidenceCounts(context);
  const ranked = sentences.map((sentence, index) => ({ sentence, index, need: (carried.get(sentence) ?? 0) + (index === 0 ? 1 : 0) }));
  return ranked.sort((a, b) => a.need - b.need || b.index - a.index);
}
