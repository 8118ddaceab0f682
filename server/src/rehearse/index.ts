export * from './types.js';
export { cuesOf } from './cues.js';
