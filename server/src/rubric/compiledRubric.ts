import type { LexiconTrie } from './lexicons.js';
import type { Program } from './program.js';

/** What a rubric's patterns and word lists are compiled to: all that is worked out from them at start-up. */
export interface CompiledRubric {
  /** The words in the order of their numbers, with a space between them. */
  readonly words: string;
  readonly lexicons: LexiconTrie;
  readonly patterns: Program;
}
