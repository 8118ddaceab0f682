import { Lexicons } from './lexicons.js';
import { Matcher } from './matcher.js';
import { parsePattern } from './pattern.js';
import type { Rubric } from './rubric.js';
import type { Wording } from './types.js';
import type { Token } from '../story/types.js';

/** A wording that was recognised in a question. */
export interface Worded {
  readonly wording: Wording;
  /** The most words in a row that gave it away. */
  readonly words: number;
}

interface CompiledCue {
  readonly wording: Wording;
  readonly group: number;
  readonly unlessGroup: number;
}

/** Recognises the wordings of a rubric in questions. */
export class WordingMatcher {
  readonly #matcher: Matcher;
  readonly #cues: CompiledCue[] = [];
  #groups = 0;

  constructor({ data }: Rubric) {
    this.#matcher = new Matcher(new Lexicons(data.lexicons));
    for (const wording of data.wordings) {
      for (const { patterns, unless } of wording.cues) this.#cues.push({ wording, group: this.#group(patterns), unlessGroup: this.#group(unless) });
    }
  }

  /** The wordings in the sentences of a question, in the order of the rubric. */
  in(sentences: readonly (readonly Token[])[]): Worded[] {
    const found = new Map<Wording, number>();
    for (const tokens of sentences) {
      const matches = this.#matcher.match(tokens);
      for (const { wording, group, unlessGroup } of this.#cues) {
        const own = matches.get(group);
        if (own && !matches.has(unlessGroup)) found.set(wording, Math.max(found.get(wording) ?? 0, ...own.map(({ from, to }) => to - from)));
      }
    }
    return [...found].map(([wording, words]) => ({ wording, words }));
  }

  #group(patterns: readonly string[] | undefined): number {
    if (!patterns?.length) return -1;
    const group = this.#groups++;
    for (const pattern of patterns) this.#matcher.add(group, parsePattern(pattern));
    return group;
  }
}

const compiled = new WeakMap<Rubric, WordingMatcher>();

/** The matcher for a rubric's wordings. It is made when the first question is read, so that a review never pays for it. */
export function wordingsOf(rubric: Rubric): WordingMatcher {
  const known = compiled.get(rubric) ?? new WordingMatcher(rubric);
  compiled.set(rubric, known);
  return known;
}
