export * from './types.js';
export { DEFAULT_PROFILE } from './profiles.js';
export type { CompiledCue } from './patternGroups.js';
export { compileRubric, Rubric, type CompiledCount } from './rubric.js';
export type { Match, Matches } from './matches.js';
export { wordsForSlot, type SlotWord } from './slots.js';
export { bitsOfRoles } from './roleBits.js';
export { Apart, pairIn, tablesOf, type HearingTables } from './hearingTables.js';
