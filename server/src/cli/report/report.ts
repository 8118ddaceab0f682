import type { Review } from '../../review/index.js';
import type { Rubric } from '../../rubric/index.js';
import type { ExitCode } from '../errors.js';
import type { FileReport, Summary } from './types.js';

/** A story's report with the review it was written from, and the rubric that judged it. */
export interface Reported {
  readonly file: FileReport;
  readonly review: Review;
  readonly rubric: Rubric;
}

/** How a run ended. */
export interface Outcome {
  readonly summary: Summary;
  /** What could not be read or understood. */
  readonly problems: readonly string[];
  readonly exitCode: ExitCode;
}

/** Writes what `check` found, story after story, so that a long run is not held in memory. */
export interface Report<Part = string> {
  /** What is said of a story, whatever stands before it; plain data, which may come from another thread. */
  part(reported: Reported): Part;
  /** What is to be written of the next story now. */
  add(part: Part): string;
  /** What is to be written at the end. */
  end(outcome: Outcome): string;
}
