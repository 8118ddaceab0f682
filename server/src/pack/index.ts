export type { PackFile, PackProblem } from './types.js';
export { EMPTY_RUBRIC, readPack, type ReadPack } from './read.js';
export { examplesOf, type Example } from './examples.js';
