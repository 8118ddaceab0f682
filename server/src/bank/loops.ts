import type { Rubric } from '../rubric/index.js';
import type { Loop, Round, Shape } from '../rubric/types.js';
import { assign } from './assign.js';
import { isKindOf } from './kinds.js';
import { fitForRound, REPEATED, type RoundFit } from './roundFit.js';
import type { BankStory, LoopPlan, PlannedRound } from './types.js';

/**
 * An interview day with a story for each round, no story twice, whichever way it is told. As many places as can be are
 * filled, with ready stories before drafts; all rounds together get the stories that fit them best, and one round
 * rather two kinds of story than the same kind twice.
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
  const columns = [...new Set(fits.flat().map(({ story }) => story))];
  const byStory = fits.map((some) => new Map(some.map((fit) => [fit.story, fit])));
  const repeated = new Set<RoundFit>();
  for (;;) {
    const chosen = assign(places.map((round) => columns.map((story) => gainOf(byStory[round]!.get(story), repeated))));
    const kept = rounds.map((_, round) => chosen.flatMap((column, place) => (places[place] === round && column >= 0 ? [byStory[round]!.get(columns[column]!)!] : [])).sort(bestFirst));
    const again = kept.flatMap((some) => some.filter((fit, index) => !repeated.has(fit) && some.slice(0, index).some((other) => isAlike(other, fit))));
    if (again.length === 0) return kept;
    // Once it is worth less it may give way to another kind; where there is none it stays, so this ends.
    again.forEach((fit) => repeated.add(fit));
  }
}

function gainOf(fit: RoundFit | undefined, repeated: ReadonlySet<RoundFit>): number {
  return fit ? fit.gain - (repeated.has(fit) ? REPEATED : 0) : 0;
}

function isAlike(one: RoundFit, other: RoundFit): boolean {
  return one.kind !== undefined && one.kind === other.kind;
}

function bestFirst(a: RoundFit, b: RoundFit): number {
  return b.gain - a.gain;
}

/** No round can need more than its first few of each kind, however many stories there are. */
function bestFits(round: Round, stories: readonly BankStory[], most: number, rubric: Rubric): RoundFit[] {
  const fitting = stories.flatMap((story) => fitForRound(round, story, rubric) ?? []);
  const taken = new Map<string | undefined, number>();
  return fitting.sort(bestFirst).filter(({ kind }) => {
    taken.set(kind, (taken.get(kind) ?? 0) + 1);
    return taken.get(kind)! <= most;
  });
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
  const kinds = listed.length > 0 ? listed : kindsThatShow(round.signals, rubric);
  const had = (shape: Shape): boolean => kept.some(({ story }) => story.shapes.some(({ id }) => isKindOf(id, shape.id, rubric)));
  const rank = (shape: Shape): number => (had(shape) ? 2 : 0) + (named.has(shape.id) ? 1 : 0);
  return [...kinds].sort((a, b) => rank(a) - rank(b));
}

/** Kinds of story for a round that names none: those that show its signals best. */
function kindsThatShow(wanted: readonly string[], { data }: Rubric): Shape[] {
  const place = ({ signals }: Shape): number => signals.findIndex((id) => wanted.includes(id));
  return data.shapes.filter((shape) => place(shape) >= 0).sort((a, b) => place(a) - place(b));
}
