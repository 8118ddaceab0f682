// Writes the built-in rubric as a module: what it says, each kind as the text of its own JSON, and what its patterns are compiled to.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { bundled } from './bundled.mjs';
import { readRubric } from './rubric.mjs';

/** Writes `server/src/generated/builtin-rubric.ts` from `rubrics/`. */
export async function writeBuiltinRubric(root) {
  const data = await readRubric(root);
  const { compileRubric } = await bundled(root, 'server/src/rubric', "export { compileRubric } from './rubric.js';");
  await writeFile(path.join(root, 'server/src/generated/builtin-rubric.ts'), moduleOf(data, compileRubric(data).compiled));
}

function moduleOf(data, compiled) {
  return `// Generated from rubrics/ by scripts/build.mjs.
import { readLater } from '../rubric/readLater.js';
import type { CompiledRubric } from '../rubric/rubric.js';
import type { RubricData } from '../rubric/types.js';

export const builtinRubricData = readLater<RubricData>({
${parts(data)}});

export const builtinCompiledRubric = readLater<CompiledRubric>({
${parts(compiled)}});
`;
}

function parts(whole) {
  return Object.entries(whole).map(([name, value]) => `  ${name}: ${JSON.stringify(JSON.stringify(value))},\n`).join('');
}
