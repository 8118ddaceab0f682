import { isStopWord } from '../bank/stems.js';
import { stem } from '../review/features.js';
import { numbersIn } from '../story/saidNumbers.js';
import { TokenClass, type Token } from '../story/types.js';

/** Words of talking, which say nothing of what is talked about. */
const OF_TALKING = new Set(
  (
    "come came he's she's can't nobody stuff um uh er erm hmm like know mean basically sort kind yeah okay ok well right actually really literally guess think say said tell told want wanted need needed way bit quite pretty gonna wanna"
  ).split(' '),
);

/** So many letters bring "complained" and "complaints" together, and "compared" and "comparison". */
const ROOT = 6;

/** A word of a text that says what it is about: its stem, or `#4` for a number, said or written. */
export interface ContentWord {
  readonly key: string;
  /** The token it begins with. */
  readonly token: Token;
}

/** The words of a sentence that say what it is about, in their order. */
export function contentWords(tokens: readonly Token[]): ContentWord[] {
  const found: ContentWord[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    if (token.classes & TokenClass.number) {
      let end = at + 1;
      while (end < tokens.length && (tokens[end]!.classes & TokenClass.number || (tokens[end]!.word === 'point' && (tokens[end + 1]?.classes ?? 0) & TokenClass.number))) end++;
      for (const number of numbersIn(tokens.slice(at, end).map(({ word }) => word))) found.push({ key: `#${number}`, token });
      at = end - 1;
    } else if (saysSomething(token)) {
      found.push({ key: stem(token.word).slice(0, ROOT), token });
    }
  }
  return found;
}

/** How things were done ("noticeably") is told differently each time. */
function saysSomething({ word, classes }: Token): boolean {
  return !isStopWord(word) && !OF_TALKING.has(word) && !/.{5}ly$/.test(word) && !(classes & (TokenClass.slot | TokenClass.arrow));
}
