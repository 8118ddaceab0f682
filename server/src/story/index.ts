export * from './types.js';
export { LineIndex, type Position } from './lines.js';
export { parseStory } from './parse.js';
export { plainSentences } from './plain.js';
export { writtenAt } from './written.js';
