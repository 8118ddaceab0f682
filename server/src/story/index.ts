export * from './types.js';
export { columnsOf, type PositionEncoding } from './columns.js';
export { LineIndex, type Position } from './lines.js';
export { MOST_CHARACTERS } from './bounds.js';
export { parseStory } from './parse.js';
export { textKey } from './textKey.js';
export { plainSentences } from './plain.js';
export { writtenAt } from './written.js';
export { finished, type Steps } from './steps.js';
