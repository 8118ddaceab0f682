import { builtinRubricData, builtinCompiledRubric } from '../generated/builtin-rubric.js';
import { Rubric } from './rubric.js';

let compiled: Rubric | undefined;

/** The rubric that ships with Starwright, read from `rubrics/` and compiled when it was built. */
export function builtinRubric(): Rubric {
  return (compiled ??= new Rubric(builtinRubricData, builtinCompiledRubric));
}
