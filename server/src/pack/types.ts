import type { Range } from '../story/types.js';

/** One file of a rubric folder. */
export interface PackFile {
  /** Relative to the folder, with `/`: `beats/tradeoff.yaml`. */
  readonly path: string;
  readonly text: string;
}

/** Something wrong in a file of a rubric; the range is in UTF-16 offsets into that file's text. */
export interface PackProblem extends Range {
  readonly path: string;
  readonly message: string;
}
