export * from './types.js';
export { cuesOf } from './cues.js';
export { cueTimes } from './cueTimes.js';
export { WHY_NOT } from './plainly.js';
export { timelineOf } from './timeline.js';
export { hold } from './transcript.js';
