export * from './types.js';
export { cueCard, cueCards } from './card.js';
export { cuesOf } from './cues.js';
export * from './export/index.js';
export { resumeBullets } from './resume.js';
export { cueTimes } from './cueTimes.js';
export { WHY_NOT } from './plainly.js';
export { timelineOf } from './timeline.js';
export { hold } from './transcript.js';
