export * from './types.js';
export { bankStory } from './bankStory.js';
