import { Matcher } from './matcher.js';
import { PatternGroups } from './patternGroups.js';
import { ANY_ROLE } from './roleBits.js';
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

  constructor({ data, lexicons, vocabulary }: Rubric) {
    const groups = new PatternGroups();
    for (const wording of data.wordings) {
      const owner = `wording ${wording.id}`;
      for (const { patterns, unless } of wording.cues) {
        const group = groups.group(owner, patterns);
        this.#cues.push({ wording, group, unlessGroup: groups.group(owner, unless, group) });
      }
    }
    this.#matcher = new Matcher(vocabulary, lexicons, groups.compile(vocabulary, lexicons));
  }

  /** The wordings in the sentences of a question, in the order of the rubric. */
  in(sentences: readonly (readonly Token[])[]): Worded[] {
    const found = new Map<Wording, number>();
    for (const tokens of sentences) {
      const matches = this.#matcher.match(tokens, ANY_ROLE);
      for (const { wording, group, unlessGroup } of this.#cues) {
        const own = matches.of(group);
        if (own.length > 0 && !matches.has(unlessGroup)) found.set(wording, Math.max(found.get(wording) ?? 0, ...own.map(({ from, to }) => to - from)));
      }
    }
    return [...found].map(([wording, words]) => ({ wording, words }));
  }
}

const compiled = new WeakMap<Rubric, WordingMatcher>();

/** The matcher for a rubric's wordings. It is made when the first question is read, so that a review never pays for it. */
export function wordingsOf(rubric: Rubric): WordingMatcher {
  const known = compiled.get(rubric) ?? new WordingMatcher(rubric);
  compiled.set(rubric, known);
  return known;
}
