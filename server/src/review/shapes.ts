import type { CompiledCue, Rubric, Shape } from '../rubric/index.js';
import type { FrontMatter } from '../story/types.js';
import { isCued } from './hear.js';
import type { HeardSentence, Standing } from './impression.js';
import type { RecognisedShape } from './types.js';

/** A shape is taken for sure at this score, and only when it is this much ahead of the next. */
const SURE = 4;
const AHEAD = 2;

/**
 * How much a telling sounds like each kind of story, in points: two for each sentence with a strong cue, one for a weak one. Kinds it does
 * not sound like at all are left out.
 */
export function leaningsOf(rubric: Rubric, heard: readonly HeardSentence[]): ReadonlyMap<string, number> {
  const scores = rubric.data.shapes.map(() => 0);
  const cues = cuesByGroup(rubric);
  for (const sentence of heard) {
    const { standing } = sentence;
    const given = standing?.points ?? pointsOf(sentence, cues);
    if (standing) standing.points = given;
    for (const [shape, points] of given) scores[shape]! += points;
  }
  return new Map(rubric.data.shapes.map(({ id }, shape) => [id, scores[shape]!] as const).filter(([, score]) => score > 0));
}

function pointsOf(sentence: HeardSentence, cues: ReadonlyMap<number, readonly ShapeCue[]>): NonNullable<Standing['points']> {
  const best = new Map<number, number>();
  for (const group of sentence.matches.groups()) {
    for (const { shape, cue } of cues.get(group) ?? []) {
      const points = cue.strength === 'strong' ? 2 : 1;
      if (points > (best.get(shape) ?? 0) && isCued(cue, sentence)) best.set(shape, points);
    }
  }
  return best.size === 0 ? NONE : [...best];
}

const NONE: readonly never[] = [];

/** The shapes a story declares; else the one it leans to beyond doubt; else none. */
export function shapesOf(frontMatter: FrontMatter | undefined, rubric: Rubric, leanings: ReadonlyMap<string, number>): RecognisedShape[] {
  const declared = (frontMatter?.shapes ?? []).filter(({ value }) => rubric.shape(value));
  if (declared.length > 0) return declared.map(({ value }) => ({ id: value, declared: true }));
  const scored = rubric.data.shapes.map((shape) => ({ shape, score: leanings.get(shape.id) ?? 0 })).sort((a, b) => b.score - a.score);
  const [first] = scored;
  if (!first || first.score < SURE) return [];
  const rival = scored.find(({ shape }) => shape !== first.shape && !areKin(shape, first.shape));
  if (first.score - (rival?.score ?? 0) < AHEAD) return [];
  // A page at night is an incident too: the narrower kind says more.
  const narrower = scored.find(({ shape, score }) => shape.kindOf === first.shape.id && score >= SURE);
  return [{ id: (narrower ?? first).shape.id, declared: false }];
}

/** One is the wider kind of the other, or both belong to the same wider kind. */
function areKin(a: Shape, b: Shape): boolean {
  return a.kindOf === b.id || b.kindOf === a.id || (a.kindOf !== undefined && a.kindOf === b.kindOf);
}

interface ShapeCue {
  /** The kind's place in the rubric's. */
  readonly shape: number;
  readonly cue: CompiledCue;
}

const byGroup = new WeakMap<Rubric, ReadonlyMap<number, readonly ShapeCue[]>>();

/** The cues of kinds of story by the group of a matcher that their patterns are in: most sentences have none. */
function cuesByGroup(rubric: Rubric): ReadonlyMap<number, readonly ShapeCue[]> {
  const known = byGroup.get(rubric);
  if (known) return known;
  const groups = new Map<number, ShapeCue[]>();
  rubric.data.shapes.forEach(({ id }, shape) => {
    for (const cue of rubric.cuesOf('shape', id)) groups.set(cue.group, [...(groups.get(cue.group) ?? []), { shape, cue }]);
  });
  byGroup.set(rubric, groups);
  return groups;
}
