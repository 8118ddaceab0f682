export * from './types.js';
export { MEASURES } from './checks.js';
export { review, type ReviewOptions, type Preferences } from './review.js';
