import type { AsideKind, StepKind } from './types.js';

/** How the parts of an Action are headed, in the order in which they are told. */
export const STEP_NAMES: Readonly<Record<StepKind, string>> = {
  diagnosis: 'Diagnosis',
  'root-cause': 'Root cause',
  tradeoff: 'Tradeoff',
  implementation: 'Implementation',
  prevention: 'Prevention',
};

/** How material beside the story is headed. */
export const ASIDE_NAMES: Readonly<Record<Exclude<AsideKind, 'other'>, string>> = {
  'follow-ups': 'Follow-ups',
  cues: 'Cues',
  notes: 'Notes',
  'do-not-claim': 'Do not claim',
};
