export * from './types.js';
export { review, type ReviewOptions, type Preferences } from './review.js';
