import type { Fit } from './types.js';

/** From which score a story fits so well; set on the judgements of two readers, see `docs/matching.md`. */
const LEAST: readonly (readonly [Fit, number])[] = [
  ['strong', 0.7],
  ['workable', 0.53],
  ['stretch', 0.36],
];

/** How well a story of a score fits. */
export function fitOf(score: number): Fit {
  for (const [fit, least] of LEAST) if (score >= least) return fit;
  return 'gap';
}
