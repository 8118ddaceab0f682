import type { Rubric } from '../rubric/index.js';
import type { ReviewContext } from './context.js';
import type { HeardSentence } from './hear.js';

/** The groups of patterns that checks count, and those of phrases. */
interface Asked {
  readonly counted: ReadonlySet<number>;
  readonly phrases: ReadonlySet<number>;
}

/** The sentences of one telling in which something was found that is asked for, in the order they are told. */
interface Found {
  readonly byGroup: ReadonlyMap<number, readonly HeardSentence[]>;
  readonly phrased: readonly HeardSentence[];
}

const NONE: readonly never[] = [];
const asked = new WeakMap<Rubric, Asked>();
const found = new WeakMap<ReviewContext, Found>();

/** The sentences of a telling with a match in a group of patterns that a check counts, in the order they are told. */
export function heardOf(context: ReviewContext, group: number): readonly HeardSentence[] {
  return foundIn(context).byGroup.get(group) ?? NONE;
}

/** The sentences of a telling in which a pattern of any phrase matches, in the order they are told. */
export function phrased(context: ReviewContext): readonly HeardSentence[] {
  return foundIn(context).phrased;
}

/** Most sentences have nothing that a check counts: they are looked through once for all checks. */
function foundIn(context: ReviewContext): Found {
  const known = found.get(context);
  if (known) return known;
  const { counted, phrases } = askedOf(context.rubric);
  const byGroup = new Map<number, HeardSentence[]>();
  const phrased: HeardSentence[] = [];
  for (const heard of context.heard) {
    let told = false;
    for (const group of groupsOf(heard, counted, phrases)) {
      told ||= phrases.has(group);
      if (!counted.has(group)) continue;
      const others = byGroup.get(group);
      if (others) others.push(heard);
      else byGroup.set(group, [heard]);
    }
    if (told) phrased.push(heard);
  }
  const all = { byGroup, phrased };
  found.set(context, all);
  return all;
}

function groupsOf({ matches, impression }: HeardSentence, counted: ReadonlySet<number>, phrases: ReadonlySet<number>): readonly number[] {
  if (impression?.groups) return impression.groups;
  const groups: number[] = [];
  for (const group of matches.keys()) if (counted.has(group) || phrases.has(group)) groups.push(group);
  if (impression) impression.groups = groups;
  return groups;
}

function askedOf(rubric: Rubric): Asked {
  const known = asked.get(rubric);
  if (known) return known;
  const { checks, phrases } = rubric.data;
  const counted = checks.flatMap(({ code }) => {
    const count = rubric.countOf(code);
    return [...rubric.topicsOf(code), ...(count ? [count.group, count.whenGroup] : [])];
  });
  const all = { counted: new Set(counted), phrases: new Set(phrases.flatMap(({ code }) => rubric.cuesOf('phrase', code).map(({ group }) => group))) };
  asked.set(rubric, all);
  return all;
}
