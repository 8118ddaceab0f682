import { readNumbers, writeNumbers } from './numberText.js';
import type { WrittenProgram } from './programText.js';
import { readProgram } from './readProgram.js';
import type { CompiledRubric } from './compiledRubric.js';
import { writeProgram } from './writeProgram.js';

/** A compiled rubric as JSON in which lists of numbers are short texts. */
export function writeCompiled({ words, lexicons: { ids, nodes, roots }, patterns }: CompiledRubric): string {
  const written: Written = { words, lexicons: { ids, nodes: writeNumbers(nodes), roots: writeNumbers(roots, 2) }, patterns: writeProgram(patterns) };
  return JSON.stringify(written);
}

/** What {@link writeCompiled} wrote, or the same as plain JSON, which is longer and read sooner. */
export function readCompiled(text: string): CompiledRubric {
  const read = JSON.parse(text) as Written | CompiledRubric;
  return isWritten(read) ? compiledOf(read) : read;
}

interface Written {
  readonly words: string;
  readonly lexicons: { readonly ids: readonly string[]; readonly nodes: string; readonly roots: string };
  readonly patterns: WrittenProgram;
}

function isWritten(read: Written | CompiledRubric): read is Written {
  return typeof read.lexicons.nodes === 'string';
}

function compiledOf({ words, lexicons: { ids, nodes, roots }, patterns }: Written): CompiledRubric {
  return { words, lexicons: { ids, nodes: readNumbers(nodes), roots: readNumbers(roots, 2) }, patterns: readProgram(patterns) };
}
