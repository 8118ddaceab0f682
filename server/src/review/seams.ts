import type { Rubric } from '../rubric/index.js';
import { TokenClass, TOLD_ROLES, type Sentence, type StepKind } from '../story/types.js';
import { isDeed } from './roles.js';
import type { BeatReview } from './types.js';

type Told = (typeof TOLD_ROLES)[number];

/** A stretch of an unlabelled story that plays one role, as sentence numbers. */
export interface Part {
  readonly role: Told;
  readonly from: number;
  readonly to: number;
  /** Told in it without a stretch of its own. */
  readonly also: Told | undefined;
  /** Sub-steps whose evidence stands together, in text order. */
  readonly steps: readonly { readonly kind: StepKind; readonly from: number }[];
}

type Heard = readonly Pick<BeatReview, 'id' | 'evidence'>[];

/**
 * How much a sentence speaks for each role: what was heard in it, a deed of the speaker's or the team's, the bare
 * place, and what the first sentence of a part is worth. Found on annotated stories; rounded, for the seams move little.
 */
const HEARD: Readonly<Record<Told, number>> = { situation: 0.7, task: 1.4, action: 0.7, result: 1.2, learning: 0.9 };
const DEED: Readonly<Record<Told, number>> = { situation: -0.7, task: 0, action: 0.2, result: -0.4, learning: 0 };
const BARE: Readonly<Record<Told, number>> = { situation: 0.1, task: 0, action: 0, result: 0, learning: -0.3 };
const OPENS: Readonly<Record<Told, number>> = { situation: 0, task: 0.8, action: 0, result: 1.3, learning: 0.6 };

/** As likely as not: a part begins only where it was heard so surely. */
const LIKELY = 0.5;
/** A sub-step is named only where its beat is hardly in doubt. */
const SURE = 0.8;
/** Above this, how sure it is makes no difference. */
const CERTAIN = 0.95;

const STEP_ORDER: readonly StepKind[] = ['diagnosis', 'root-cause', 'tradeoff', 'implementation', 'prevention'];
/** The narrower first: a tradeoff and a safeguard are told as something done, a cause as something found. */
const TELLING: readonly StepKind[] = ['tradeoff', 'prevention', 'root-cause', 'diagnosis', 'implementation'];

/**
 * The likeliest parts of an unlabelled telling, in the order in which a story is told; none where it shows no seam.
 * Each part after the first begins with a sentence in which it was heard; an Action can begin with a deed.
 * @param mayBegin whether a part may begin with a sentence, by its number
 */
export function partsOf(sentences: readonly Sentence[], beats: Heard, rubric: Rubric, mayBegin: (index: number) => boolean): Part[] {
  const heard = hearRoles(sentences, beats, rubric);
  const roles = likeliestRoles(sentences, heard, mayBegin);
  if (roles.at(-1) === 'situation' || roles.at(-1) === 'task') return [];
  const steps = stepsOf(sentences, beats, rubric);
  return TOLD_ROLES.flatMap((role) => {
    const [from, to] = [roles.indexOf(role), roles.lastIndexOf(role) + 1];
    if (from < 0) return [];
    const next = ({ situation: 'task', result: 'learning' } as const)[role as 'situation' | 'result'];
    const also = next && !roles.includes(next) && heard.slice(from, to).some((sentence) => sentence[next] >= LIKELY) ? next : undefined;
    return [{ role, from, to, also, steps: role === 'action' ? ownRuns(steps, from, to, mayBegin) : [] }];
  });
}

/** For each sentence, how surely each role was heard in it, 0–1. */
function hearRoles(sentences: readonly Sentence[], beats: Heard, rubric: Rubric): Record<Told, number>[] {
  const heard = new Map(sentences.map((sentence) => [sentence, { situation: 0, task: 0, action: 0, result: 0, learning: 0 }]));
  for (const { id, evidence } of beats) {
    const role = rubric.beat(id)?.section as Told;
    for (const { sentence, certainty } of evidence) {
      const found = heard.get(sentence);
      if (found) found[role] = surer(found[role], certainty);
    }
  }
  return [...heard.values()];
}

/** Two signs of the same thing are surer than one, but never quite sure. */
function surer(a: number, b: number): number {
  return 1 - (1 - a) * (1 - Math.min(b, CERTAIN));
}

/** The roles, never going back in the telling, for which most speaks in all. */
function likeliestRoles(sentences: readonly Sentence[], heard: readonly Record<Told, number>[], mayBegin: (index: number) => boolean): Told[] {
  const worth = (index: number, role: Told): number => HEARD[role] * heard[index]![role] + DEED[role] * deedOf(sentences[index]!) + BARE[role];
  const begins = (index: number, role: Told): boolean => mayBegin(index) && (heard[index]![role] >= LIKELY || (role === 'action' && deedOf(sentences[index]!) > 0));
  const table = sentences.map(() => TOLD_ROLES.map(() => ({ score: -Infinity, before: 0 })));
  if (sentences.length > 0) table[0]![0] = { score: worth(0, 'situation'), before: 0 };
  for (let index = 1; index < sentences.length; index++) {
    TOLD_ROLES.forEach((role, to) => {
      const froms = TOLD_ROLES.flatMap((_, from) => (from === to ? [{ from, gain: 0 }] : follows(from, to) && begins(index, role) ? [{ from, gain: OPENS[role] }] : []));
      const best = froms.map(({ from, gain }) => ({ score: table[index - 1]![from]!.score + gain, before: from })).reduce((a, b) => (b.score > a.score ? b : a));
      table[index]![to] = { score: best.score + worth(index, role), before: best.before };
    });
  }
  return walkBack(table);
}

/** Later in the telling, and no Result without an Action before it. */
function follows(from: number, to: number): boolean {
  return from < to && !(from < 2 && to > 2);
}

function walkBack(table: readonly (readonly { score: number; before: number }[])[]): Told[] {
  const roles: Told[] = [];
  let at = table.length === 0 ? 0 : table.at(-1)!.reduce((best, { score }, role, row) => (score > row[best]!.score ? role : best), 0);
  for (let index = table.length - 1; index >= 0; index--) {
    roles.unshift(TOLD_ROLES[at]!);
    at = table[index]![at]!.before;
  }
  return roles;
}

/** How many deeds a sentence tells, at most one: "I traced", "we rolled", and "Traced" at its beginning. */
function deedOf({ tokens }: Sentence): number {
  const told = tokens.some(({ word, classes }, index) => (word === 'i' || word === 'we') && !(classes & TokenClass.quoted) && isDeed(tokens.slice(index + 1, index + 4)));
  return told || isDeed(tokens.slice(0, 1)) ? 1 : 0;
}

/** The sub-step whose own beat was heard most surely in each sentence; undefined where none was heard beyond doubt. */
function stepsOf(sentences: readonly Sentence[], beats: Heard, rubric: Rubric): (StepKind | undefined)[] {
  const surest = new Map<Sentence, { kind: StepKind; sure: number }>();
  for (const kind of TELLING) {
    const beat = beats.find(({ id }) => id === kind && rubric.beat(id)?.step === kind);
    for (const { sentence, certainty } of beat?.evidence ?? []) {
      const sure = Math.min(certainty, CERTAIN);
      if (sure >= SURE && sure > (surest.get(sentence)?.sure ?? 0)) surest.set(sentence, { kind, sure });
    }
  }
  return sentences.map((sentence) => surest.get(sentence)?.kind);
}

/** The last sub-steps of a stretch that are heard in one run each and in their order, from two on: what is heard here and there has no seam. */
function ownRuns(steps: readonly (StepKind | undefined)[], from: number, to: number, mayBegin: (index: number) => boolean): { kind: StepKind; from: number }[] {
  const runs: { kind: StepKind; from: number }[] = [];
  for (let index = from; index < to; index++) {
    const kind = steps[index];
    if (kind && runs.at(-1)?.kind !== kind) runs.push({ kind, from: index });
  }
  const place = ({ kind }: { kind: StepKind }): number => STEP_ORDER.indexOf(kind);
  const own = runs.map((run, at) => mayBegin(run.from) && runs.every((other, index) => index === at || Math.sign(place(other) - place(run)) === Math.sign(index - at)));
  const last = runs.slice(own.lastIndexOf(false) + 1);
  return last.length > 1 ? last : [];
}
