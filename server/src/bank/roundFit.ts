import type { Rubric } from '../rubric/index.js';
import type { Round } from '../rubric/types.js';
import { isKindOf, widestKind } from './kinds.js';
import { framingFor } from './signals.js';
import type { BankStory, Marked, RankedStory } from './types.js';
import { quoted } from './words.js';

/** A story as one to keep for a round. */
export interface RoundFit {
  readonly story: BankStory;
  readonly ranked: RankedStory;
  /** What the day gains by it, above 0. */
  readonly gain: number;
  /** The widest kind of story it was chosen for. */
  readonly kind: string | undefined;
}

/** By how much a story gains less in a round that has one of its kind already. */
export const REPEATED = 200;

/** One more place filled is worth more than any readiness, and one more ready story more than any better fit. */
const GAIN = { filled: 1e8, ready: 1e5, strong: 300, workable: 200, stretch: 100, closest: 40, marked: 5 } as const;

/** How well a story fits a round; undefined when it does not, or is retired. */
export function fitForRound(round: Round, story: BankStory, rubric: Rubric): RoundFit | undefined {
  const shape = nearest(round.shapes, story.shapes, (own, wanted) => isKindOf(own, wanted, rubric));
  const signal = nearest(round.signals, story.signals, (own, wanted) => own === wanted);
  if (story.status === 'retired' || (!shape && !signal)) return undefined;
  const fit = shape && signal ? 'strong' : shape || signal?.own.declared ? 'workable' : 'stretch';
  const closeness = [shape, signal].reduce((sum, near) => sum + (near ? near.closeness * GAIN.closest + (near.own.declared ? GAIN.marked : 0) : 0), 0);
  const framing = framingOf(signal?.own.id, story, rubric);
  return {
    story,
    kind: shape && widestKind(shape.own.id, rubric),
    gain: GAIN.filled + (story.status === 'ready' ? GAIN.ready : 0) + GAIN[fit] + closeness,
    ranked: { id: story.id, title: story.title, fit, reasons: reasons(story, shape?.own, signal?.own, rubric), ...(framing === undefined ? {} : { framing }) },
  };
}

interface Near {
  readonly own: Marked;
  /** 1 for what is wanted most, towards 0 for what is wanted least. */
  readonly closeness: number;
}

/** What a story has of what a round wants, the most wanted first. */
function nearest(wanted: readonly string[], own: readonly Marked[], fits: (own: string, wanted: string) => boolean): Near | undefined {
  for (const [index, id] of wanted.entries()) {
    const found = own.filter((each) => fits(each.id, id));
    const best = found.find(({ declared }) => declared) ?? found[0];
    if (best) return { own: best, closeness: 1 - index / wanted.length };
  }
  return undefined;
}

function framingOf(id: string | undefined, story: BankStory, rubric: Rubric): string | undefined {
  const signal = rubric.data.signals.find((each) => each.id === id);
  return signal && framingFor(signal, story, rubric);
}

function reasons({ status }: BankStory, shape: Marked | undefined, signal: Marked | undefined, rubric: Rubric): string[] {
  const signalTitle = rubric.data.signals.find(({ id }) => id === signal?.id)?.title ?? signal?.id ?? '';
  return [
    ...(shape ? [`The kind of story they ask for: ${quoted(rubric.shape(shape.id)?.title ?? shape.id)}${shape.declared ? '' : ', as far as it can be told'}.`] : []),
    ...(signal ? [`It ${signal.declared ? 'is marked as showing' : 'can be heard to show'} ${quoted(signalTitle)}.`] : []),
    ...(status === 'draft' ? ['It is a draft: finish it first.'] : []),
  ];
}
