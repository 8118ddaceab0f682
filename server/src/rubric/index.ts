export * from './types.js';
export { compileRubric, Rubric, type CompiledCue } from './rubric.js';
export type { Match, Matches } from './matcher.js';
