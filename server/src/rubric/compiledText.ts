import { readNumbers, writeNumbers } from './numberText.js';
import type { Program } from './program.js';
import type { CompiledRubric } from './rubric.js';

/** A compiled rubric as JSON in which lists of numbers are short texts. */
export function writeCompiled({ words, lexicons: { ids, nodes, roots }, patterns }: CompiledRubric): string {
  const lists = Object.entries(patterns).map(([name, numbers]) => [name, writeNumbers(numbers)]);
  return JSON.stringify({ words, lexicons: { ids, nodes: writeNumbers(nodes), roots: writeNumbers(roots, 2) }, patterns: Object.fromEntries(lists) });
}

/** What {@link writeCompiled} wrote, or the same as plain JSON, which is longer and read sooner. */
export function readCompiled(text: string): CompiledRubric {
  const { words, lexicons, patterns } = JSON.parse(text) as Written;
  return {
    words,
    lexicons: { ids: lexicons.ids, nodes: numbersOf(lexicons.nodes), roots: numbersOf(lexicons.roots, 2) },
    patterns: { code: numbersOf(patterns.code), patterns: numbersOf(patterns.patterns), conditions: numbersOf(patterns.conditions), roles: numbersOf(patterns.roles), words: numbersOf(patterns.words), lexicons: numbersOf(patterns.lexicons), classes: numbersOf(patterns.classes) },
  };
}

type Numbers = string | readonly number[];

interface Written {
  readonly words: string;
  readonly lexicons: { readonly ids: readonly string[]; readonly nodes: Numbers; readonly roots: Numbers };
  readonly patterns: { readonly [list in keyof Program]: Numbers };
}

function numbersOf(written: Numbers, stride = 1): readonly number[] {
  return typeof written === 'string' ? readNumbers(written, stride) : written;
}
