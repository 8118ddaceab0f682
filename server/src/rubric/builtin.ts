import { rubricKinds, rubricText } from '../generated/builtin-rubric.js';
import { readCompiled } from './compiledText.js';
import { readHearing } from './hearingText.js';
import { readLater } from './readLater.js';
import { Rubric } from './rubric.js';
import type { RubricData } from './types.js';

let compiled: Rubric | undefined;

/** The rubric that ships with Starwright, read from `rubrics/` and compiled when it was built. */
export function builtinRubric(): Rubric {
  return (compiled ??= new Rubric(readLater<RubricData>(rubricKinds, readKind), () => readCompiled(rubricText('compiled'))));
}

function readKind(name: string): unknown {
  const text = rubricText(name);
  return name === 'hearing' ? readHearing(text) : JSON.parse(text);
}
