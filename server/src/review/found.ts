import type { CompiledCount, Rubric } from '../rubric/index.js';
import type { ReviewContext } from './context.js';
import { isQuoted } from './hear.js';
import type { Asking, HeardSentence } from './impression.js';

/** The groups of patterns whose sentences are asked for, those of phrases, and the checks that count what matches their patterns. */
interface Asked {
  readonly groups: ReadonlySet<number>;
  readonly phrases: ReadonlySet<number>;
  readonly counts: readonly (readonly [code: string, groups: CompiledCount])[];
}

/** The sentences of one telling in which something was found that is asked for, in the order they are told. */
interface Found {
  readonly by: ReadonlyMap<number | string, readonly HeardSentence[]>;
  readonly phrased: readonly HeardSentence[];
  /** The first of each run of sentences that stand in one section and play the same roles. */
  readonly first: readonly HeardSentence[];
}

const NONE: readonly never[] = [];
const asked = new WeakMap<Rubric, Asked>();
const found = new WeakMap<ReviewContext, Found>();

/** The sentences of a telling with a match in a group of patterns that a check asks for, in the order they are told. */
export function heardOf(context: ReviewContext, group: number): readonly HeardSentence[] {
  return foundIn(context).by.get(group) ?? NONE;
}

/** The sentences of a telling in which the patterns match that a check counts, in the order they are told: outside quotations, and where none of what it leaves out is said. */
export function countedFor(context: ReviewContext, code: string): readonly HeardSentence[] {
  return foundIn(context).by.get(code) ?? NONE;
}

/** The sentences of a telling in which a pattern of any phrase matches, in the order they are told. */
export function phrased(context: ReviewContext): readonly HeardSentence[] {
  return foundIn(context).phrased;
}

/** One sentence at least for each section and the roles that sentences play in it: who asks only for these need not ask them all. */
export function firstHeard(context: ReviewContext): readonly HeardSentence[] {
  return foundIn(context).first;
}

/** Most sentences have nothing that a check counts: they are looked through once for all checks. */
function foundIn(context: ReviewContext): Found {
  const known = found.get(context);
  if (known) return known;
  const asked = askedOf(context.rubric);
  const by = new Map<number | string, HeardSentence[]>();
  const [phrased, first]: [HeardSentence[], HeardSentence[]] = [[], []];
  let last: HeardSentence | undefined;
  for (const heard of context.heard) {
    if (heard.section !== last?.section || heard.roles !== last.roles) first.push(heard);
    last = heard;
    const { groups, counts, isPhrased } = askingOf(heard, asked);
    for (const group of groups) put(by, group, heard);
    for (const code of counts) put(by, code, heard);
    if (isPhrased) phrased.push(heard);
  }
  const all = { by, phrased, first };
  found.set(context, all);
  return all;
}

function put(by: Map<number | string, HeardSentence[]>, what: number | string, heard: HeardSentence): void {
  const others = by.get(what);
  if (others) others.push(heard);
  else by.set(what, [heard]);
}

/** The same words have the same: it is worked out once. */
function askingOf(heard: HeardSentence, asked: Asked): Asking {
  const { matches, impression } = heard;
  if (impression?.asking) return impression.asking;
  const matched = [...matches.keys()];
  const asking = {
    groups: matched.filter((group) => asked.groups.has(group)),
    counts: asked.counts.filter(([, groups]) => isCounted(heard, groups)).map(([code]) => code),
    isPhrased: matched.some((group) => asked.phrases.has(group)),
  };
  if (impression) impression.asking = asking;
  return asking;
}

function isCounted({ matches, sentence }: HeardSentence, { group, unlessGroup }: CompiledCount): boolean {
  return matches.get(group)?.some((match) => !isQuoted(match, sentence)) === true && !matches.has(unlessGroup);
}

function askedOf(rubric: Rubric): Asked {
  const known = asked.get(rubric);
  if (known) return known;
  const { checks, phrases } = rubric.data;
  const counts = checks.flatMap(({ code }) => {
    const groups = rubric.countOf(code);
    return groups ? [[code, groups] as const] : [];
  });
  const groups = [...counts.map(([, { whenGroup }]) => whenGroup), ...checks.flatMap(({ code }) => rubric.topicsOf(code))];
  const all = { groups: new Set(groups), phrases: new Set(phrases.flatMap(({ code }) => rubric.cuesOf('phrase', code).map(({ group }) => group))), counts };
  asked.set(rubric, all);
  return all;
}
