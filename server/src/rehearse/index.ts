export * from './types.js';
export { cueCard, cueCards } from './card.js';
export { cuesOf } from './cues.js';
export * from './export/index.js';
export { resumeBullets } from './resume.js';
