import type { Rubric } from '../rubric/index.js';

/** True for a shape itself and for every narrower kind of it. */
export function isKindOf(shape: string, wider: string, rubric: Rubric): boolean {
  return kindsOf(shape, rubric).includes(wider);
}

/** The kind of story that a shape belongs to in the end; itself when it is no kind of another. */
export function widestKind(shape: string, rubric: Rubric): string {
  return kindsOf(shape, rubric).at(-1)!;
}

const known = new WeakMap<Rubric, Map<string, readonly string[]>>();

/** A shape and the wider kinds it belongs to, worked out once: it is asked for each story of a bank. */
function kindsOf(shape: string, rubric: Rubric): readonly string[] {
  const kinds = known.get(rubric) ?? new Map<string, readonly string[]>();
  known.set(rubric, kinds);
  const found = kinds.get(shape) ?? chainOf(shape, rubric);
  kinds.set(shape, found);
  return found;
}

/** A pack may make them a circle. */
function chainOf(shape: string, rubric: Rubric): string[] {
  const kinds: string[] = [];
  for (let id: string | undefined = shape; id !== undefined && !kinds.includes(id); id = rubric.shape(id)?.kindOf) kinds.push(id);
  return kinds;
}
