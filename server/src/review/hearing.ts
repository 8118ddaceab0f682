import type { Hearing } from '../rubric/index.js';

/** How likely a sentence says each beat: `hearing.beats` in their order, each from 0 to 1. */
export function probabilities(hearing: Hearing, features: readonly string[]): number[] {
  const logits = hearing.base.map((base) => base);
  for (const feature of features) {
    const weights = hearing.weights[feature];
    if (!weights) continue;
    for (let at = 0; at < weights.length; at += 2) logits[weights[at]!]! += weights[at + 1]!;
  }
  return logits.map((logit) => 1 / (1 + Math.exp(-logit / 100)));
}
