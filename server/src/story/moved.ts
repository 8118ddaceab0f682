import { movedBy } from './ranges.js';
import type { Range, Sentence, Token } from './types.js';

/** A sentence that was read before and stands somewhere else now. Where its words stand is worked out when that is asked. */
class MovedSentence implements Sentence {
  readonly start: number;
  readonly end: number;
  readonly words: number;
  readonly step: Sentence['step'];
  readonly bullet: boolean;
  readonly origin: Sentence;
  #tokens: readonly Token[] | undefined;

  constructor(origin: Sentence, by: number) {
    this.start = origin.start + by;
    this.end = origin.end + by;
    this.words = origin.words;
    this.step = origin.step;
    this.bullet = origin.bullet;
    this.origin = origin;
  }

  get tokens(): readonly Token[] {
    const by = this.start - this.origin.start;
    return (this.#tokens ??= this.origin.tokens.map(({ start, end, word, classes }) => ({ start: start + by, end: end + by, word, classes })));
  }

  get slots(): readonly Range[] {
    const { slots } = this.origin;
    return slots.length === 0 ? slots : slots.map((slot) => movedBy(slot, this.start - this.origin.start));
  }

  toJSON(): Sentence {
    return copyOf(this);
  }
}

/** The same sentence so many units further on. */
export function movedSentence(sentence: Sentence, by: number): Sentence {
  const origin = originOf(sentence);
  return new MovedSentence(origin, sentence.start + by - origin.start);
}

/** The sentence as it was first read, wherever that stood then: the same object for as long as the sentence is only moved. */
export function originOf(sentence: Sentence): Sentence {
  return sentence instanceof MovedSentence ? sentence.origin : sentence;
}

/** What is said in a sentence: its tokens as they were first read, for whoever does not ask where they stand. */
export function saidIn(sentence: Sentence): readonly Token[] {
  return originOf(sentence).tokens;
}

/** Where tokens of a sentence stand, from one to the one before another. */
export function placeOf(sentence: Sentence, from: number, to: number): Range {
  const origin = originOf(sentence);
  const by = sentence.start - origin.start;
  return { start: origin.tokens[from]!.start + by, end: origin.tokens[to - 1]!.end + by };
}

/** A sentence of one's own, to be changed. */
export function copyOf({ start, end, tokens, words, step, bullet, slots }: Sentence): Sentence {
  return { start, end, tokens, words, step, bullet, slots };
}
