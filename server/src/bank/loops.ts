import type { Rubric } from '../rubric/index.js';
import type { Loop, Round, Shape } from '../rubric/types.js';
import { assign } from './assign.js';
import { isKindOf } from './kinds.js';
import { fitForRound, type RoundFit } from './roundFit.js';
import type { BankStory, LoopPlan, PlannedRound } from './types.js';

/**
 * An interview day with a story for each round, no story twice, whichever way it is told. As many places as can be are
 * filled, with ready stories before drafts, and all rounds together get the stories that fit them best.
 */
export function planLoop({ id, title, summary, rounds }: Loop, stories: readonly BankStory[], rubric: Rubric): LoopPlan {
  const kept = keep(rounds, stories, rubric);
  const named = new Set<string>();
  return { id, title, summary: summary.trim(), rounds: rounds.map((round, index) => planned(round, kept[index]!, named, rubric)) };
}

/** The stories of each round. */
function keep(rounds: readonly Round[], stories: readonly BankStory[], rubric: Rubric): RoundFit[][] {
  const places = rounds.flatMap((round, index) => Array.from({ length: round.stories }, () => index));
  const fits = rounds.map((round) => bestFits(round, stories, places.length, rubric));
  // No round can need more than its first few, however many stories there are.
  const columns = [...new Set(fits.flat().map(({ story }) => story))];
  const byStory = fits.map((some) => new Map(some.map((fit) => [fit.story, fit])));
  const chosen = assign(places.map((round) => columns.map((story) => byStory[round]!.get(story)?.gain ?? 0)));
  return rounds.map((_, round) =>
    chosen
      .flatMap((column, place) => (places[place] === round && column >= 0 ? [byStory[round]!.get(columns[column]!)!] : []))
      .sort((a, b) => b.gain - a.gain),
  );
}

function bestFits(round: Round, stories: readonly BankStory[], most: number, rubric: Rubric): RoundFit[] {
  const fitting = stories.flatMap((story) => fitForRound(round, story, rubric) ?? []);
  return fitting.sort((a, b) => b.gain - a.gain).slice(0, most);
}

function planned(round: Round, kept: readonly RoundFit[], named: Set<string>, rubric: Rubric): PlannedRound {
  const gaps = missingKinds(round, kept, named, rubric).slice(0, round.stories - kept.length);
  gaps.forEach((shape) => named.add(shape.id));
  return {
    id: round.id,
    title: round.title,
    about: round.about,
    wanted: round.stories,
    stories: kept.map(({ ranked }) => ranked),
    gaps: gaps.map(({ id, title, template }) => ({ shape: id, title, template })),
  };
}

/** Kinds of story that would fill a round, the best first; those that nobody else was asked for come before the others. */
function missingKinds(round: Round, kept: readonly RoundFit[], named: ReadonlySet<string>, rubric: Rubric): Shape[] {
  const listed = round.shapes.flatMap((id) => rubric.shape(id) ?? []);
  const kinds = listed.length > 0 ? listed : rubric.data.shapes.filter(({ signals }) => signals.some((id) => round.signals.includes(id)));
  const had = (shape: Shape): boolean => kept.some(({ story }) => story.shapes.some(({ id }) => isKindOf(id, shape.id, rubric)));
  const rank = (shape: Shape): number => (had(shape) ? 2 : 0) + (named.has(shape.id) ? 1 : 0);
  return [...kinds].sort((a, b) => rank(a) - rank(b));
}
