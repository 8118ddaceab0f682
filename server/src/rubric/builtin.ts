import { builtinRubricData } from '../generated/builtin-rubric.js';
import { compileRubric, type Rubric } from './rubric.js';

let compiled: Rubric | undefined;

/** The rubric that ships with Starwright, read from `rubrics/` when it was built. */
export function builtinRubric(): Rubric {
  return (compiled ??= compileRubric(builtinRubricData));
}
