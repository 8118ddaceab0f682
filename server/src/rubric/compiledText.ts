import { readNumbers, writeNumbers } from './numberText.js';
import type { Program } from './program.js';
import type { WrittenProgram } from './programText.js';
import { readProgram } from './readProgram.js';
import type { CompiledRubric } from './compiledRubric.js';
import { writeProgram } from './writeProgram.js';

/** A compiled rubric as JSON in which lists of numbers are short texts. */
export function writeCompiled({ words, lexicons: { ids, nodes, roots }, patterns }: CompiledRubric): string {
  const written: Written = { words, lexicons: { ids, nodes: writeNumbers(nodes), roots: writeNumbers(roots, 2) }, patterns: writeProgram(patterns) };
  return JSON.stringify(written);
}

/** A compiled rubric as plain JSON, which is longer and read sooner. */
export function plainCompiled(compiled: CompiledRubric): string {
  return JSON.stringify(compiled, (_, value: unknown) => (value instanceof Int32Array ? Array.from(value) : value));
}

/** What {@link writeCompiled} or {@link plainCompiled} wrote. */
export function readCompiled(text: string): CompiledRubric {
  const read = JSON.parse(text) as Written | Plain;
  return isWritten(read) ? compiledOf(read) : { ...read, patterns: { ...read.patterns, code: Int32Array.from(read.patterns.code) } };
}

interface Written {
  readonly words: string;
  readonly lexicons: { readonly ids: readonly string[]; readonly nodes: string; readonly roots: string };
  readonly patterns: WrittenProgram;
}

type Plain = Omit<CompiledRubric, 'patterns'> & { readonly patterns: Omit<Program, 'code'> & { readonly code: readonly number[] } };

function isWritten(read: Written | Plain): read is Written {
  return typeof read.lexicons.nodes === 'string';
}

function compiledOf({ words, lexicons: { ids, nodes, roots }, patterns }: Written): CompiledRubric {
  return { words, lexicons: { ids, nodes: readNumbers(nodes), roots: readNumbers(roots, 2) }, patterns: readProgram(patterns) };
}
