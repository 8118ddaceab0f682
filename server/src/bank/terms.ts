import { plainSentences } from '../story/index.js';
import { TokenClass, type Story, type Telling, type Token } from '../story/types.js';
import { isStopWord, stem } from './stems.js';

/** A word of the title counts as much as so many of the text. */
const TITLE_WEIGHT = 3;

/** What a telling can be found by: its words and how often each occurs, what it inherits included. */
export function termsOf(story: Story, telling: Telling): ReadonlyMap<string, number> {
  const terms = new Map<string, number>();
  const title = [story.title?.value, telling.title].filter((part) => part !== undefined).join('\n');
  for (const tokens of plainSentences(title)) count(terms, tokens, TITLE_WEIGHT);
  for (const section of [...telling.inherited, ...telling.sections]) for (const { tokens } of section.sentences) count(terms, tokens, 1);
  return terms;
}

/** The stem of a token; undefined where it says nothing about what a text is about. */
export function termOf({ word, classes }: Token): string | undefined {
  if (classes & (TokenClass.slot | TokenClass.arrow) || isStopWord(word)) return undefined;
  return own(stem(word));
}

function count(terms: Map<string, number>, tokens: readonly Token[], weight: number): void {
  for (const token of tokens) {
    const term = termOf(token);
    if (term !== undefined) terms.set(term, (terms.get(term) ?? 0) + weight);
  }
}

const MOST_KEPT = 100_000;
const kept = new Map<string, string>();

/** The same word as one string of its own: a piece of a text would keep the whole text in memory. */
function own(word: string): string {
  const known = kept.get(word);
  if (known !== undefined) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const copy = [...word].join('');
  kept.set(copy, copy);
  return copy;
}
