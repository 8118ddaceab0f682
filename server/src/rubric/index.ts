export * from './types.js';
export { DEFAULT_PROFILE } from './profiles.js';
export { compileRubric, Rubric, type CompiledCount, type CompiledCue } from './rubric.js';
export type { Match, Matches } from './matcher.js';
export { wordsForSlot, type SlotWord } from './slots.js';
