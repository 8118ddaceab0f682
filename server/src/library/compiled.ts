import { Rubric as Compiled } from '../rubric/rubric.js';
import type { Rubric } from './rubrics.js';

/** A rubric as the engine needs it. @throws TypeError for anything that is not one */
export function compiled(rubric: Rubric): Compiled {
  if (rubric instanceof Compiled) return rubric;
  throw new TypeError('This is no rubric. Pass what builtinRubric(), compileRubric(data) or readRubric(files) gives.');
}
