export * from './types.js';
export { MEASURES } from './checks.js';
export { ReviewMemory } from './memory.js';
export { review, reviewInSteps, type Language, type Preferences, type ReviewOptions } from './review.js';
