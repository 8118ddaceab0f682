import type { Rubric } from '../rubric/index.js';
import type { Role } from '../story/types.js';
import type { ReviewContext } from './context.js';
import { isQuoted } from './hear.js';
import type { HeardSentence } from './impression.js';

/** The sentences of a telling with a match in a group of patterns, in the order they are told. */
export function heardOf({ heard }: ReviewContext, group: number): HeardSentence[] {
  return heard.filter(({ matches }) => matches.has(group));
}

/** The sentences of a telling in which the patterns match that a check counts, in the order they are told: outside quotations, and where none of what it leaves out is said. */
export function countedFor({ heard, rubric }: ReviewContext, code: string): HeardSentence[] {
  const { group, unlessGroup } = rubric.countOf(code)!;
  return heard.filter(({ matches, sentence }) => matches.has(group) && !matches.has(unlessGroup) && matches.of(group).some((match) => !isQuoted(match, sentence)));
}

/** The sentences of a telling in which a pattern of any phrase matches, in the order they are told. */
export function phrased({ heard, rubric }: ReviewContext): HeardSentence[] {
  const groups = phrasesOf(rubric);
  return heard.filter((each) => isPhrased(each, groups));
}

/** The roles that sentences of the telling's own play; none where it has no sentence of its own. */
export function rolesTold({ heard, telling }: ReviewContext): ReadonlySet<Role> {
  const own = telling.inherited.length === 0 ? undefined : new Set(telling.sections);
  const all = new Set<Role>();
  let last: ReadonlySet<Role> | undefined;
  for (const { section, roles } of heard) {
    // Sentences beside each other play the same roles.
    if (roles === last || (own && !own.has(section))) continue;
    for (const role of roles) all.add(role);
    last = roles;
  }
  return all;
}

/** The same words have the same: it is worked out once. */
function isPhrased({ matches, impression }: HeardSentence, groups: ReadonlySet<number>): boolean {
  if (!impression) return matches.groups().some((group) => groups.has(group));
  return (impression.phrased ??= matches.groups().some((group) => groups.has(group)));
}

const phrases = new WeakMap<Rubric, ReadonlySet<number>>();

function phrasesOf(rubric: Rubric): ReadonlySet<number> {
  const known = phrases.get(rubric) ?? new Set(rubric.data.phrases.flatMap(({ code }) => rubric.cuesOf('phrase', code).map(({ group }) => group)));
  phrases.set(rubric, known);
  return known;
}
