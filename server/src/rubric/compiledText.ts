import { readNumbers, writeNumbers } from './numberText.js';
import type { CompiledRubric } from './rubric.js';

/** A compiled rubric as JSON in which lists of numbers are short texts. */
export function writeCompiled({ words, lexicons: { ids, nodes, roots }, patterns }: CompiledRubric): string {
  const lists = Object.entries(patterns).map(([name, numbers]) => [name, writeNumbers(numbers)]);
  return JSON.stringify({ words, lexicons: { ids, nodes: writeNumbers(nodes), roots: writeNumbers(roots, 2) }, patterns: Object.fromEntries(lists) });
}

/** What {@link writeCompiled} wrote. */
export function readCompiled(text: string): CompiledRubric {
  const { words, lexicons, patterns } = JSON.parse(text) as { words: string; lexicons: { ids: string[]; nodes: string; roots: string }; patterns: Record<'code' | 'patterns' | 'words' | 'lexicons' | 'classes', string> };
  return {
    words,
    lexicons: { ids: lexicons.ids, nodes: readNumbers(lexicons.nodes), roots: readNumbers(lexicons.roots, 2) },
    patterns: { code: readNumbers(patterns.code), patterns: readNumbers(patterns.patterns), words: readNumbers(patterns.words), lexicons: readNumbers(patterns.lexicons), classes: readNumbers(patterns.classes) },
  };
}
