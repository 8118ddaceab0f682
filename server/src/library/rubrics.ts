import type { PackFile, PackProblem } from '../pack/types.js';
import { readPack } from '../pack/read.js';
import { builtinRubric as builtin } from '../rubric/builtin.js';
import { compileRubric as compile } from '../rubric/rubric.js';
import type { Beat, Criterion, Profile, RubricData, Shape } from '../rubric/types.js';

/** A rubric ready to review with: one of {@link builtinRubric}, {@link compileRubric} and {@link readRubric}. */
export interface Rubric {
  /** All of it as plain data: what the files under `rubrics/` say. */
  readonly data: RubricData;
  /** What is behind a finding code: title, why an interviewer cares, a weak and a strong line. */
  criterion(code: string): Criterion | undefined;
  beat(id: string): Beat | undefined;
  shape(id: string): Shape | undefined;
  /** A profile by id; one laid over another as `star-l+esl`. */
  profile(id: string): Profile | undefined;
}

/** What came of reading a rubric's files. */
export interface ReadRubric {
  /** Absent when there are problems. */
  readonly rubric?: Rubric;
  /** In UTF-16 offsets into the file that each names. */
  readonly problems: readonly PackProblem[];
}

/** The rubric that ships with Starwright; the same one each time. */
export function builtinRubric(): Rubric {
  return builtin();
}

/**
 * Makes a rubric of data, as `rubric.data` of another one has it.
 * @throws Error listing every pattern and lexicon entry that cannot be read
 */
export function compileRubric(data: RubricData): Rubric {
  return compile(data);
}

/** Lays the YAML files of a rubric folder, given as text, over a rubric. Nothing in them is executed. */
export function readRubric(files: readonly PackFile[], base: Rubric = builtinRubric()): ReadRubric {
  const { data, problems } = readPack(files.filter(({ path }) => /\.ya?ml$/.test(path)), base.data);
  return problems.length > 0 ? { problems } : { rubric: compile(data), problems };
}
