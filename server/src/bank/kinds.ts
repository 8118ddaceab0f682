import type { Rubric } from '../rubric/index.js';

/** True for a shape itself and for every narrower kind of it. */
export function isKindOf(shape: string, wider: string, rubric: Rubric): boolean {
  const seen = new Set<string>();
  for (let id: string | undefined = shape; id !== undefined && !seen.has(id); id = rubric.shape(id)?.kindOf) {
    if (id === wider) return true;
    seen.add(id);
  }
  return false;
}
