export type { PackFile, PackProblem } from './types.js';
export { EMPTY_RUBRIC, readPack, type ReadPack } from './read.js';
export { runExamples } from './examples.js';
