import { stem } from '../review/features.js';
import { numbersIn } from '../story/saidNumbers.js';
import { TokenClass, type Token } from '../story/types.js';

/** Words that are said whatever a story is about, those of talking included. */
const EMPTY = new Set(
  (
    'the a an and or but nor so yet of in on at to for from by with about into onto over under between through during before after above below up down out off again once here there when where why how ' +
    'all any both each few more most other some such no not only own same than too very can could will would shall should may might must just also ever even still already much many lot ' +
    'i me my mine we us our ours you your he him his she her hers it its they them their this that these those who whom whose which what one ones ' +
    "am is are was were be been being have has had having do does did doing done get got gets getting go went goes going gone come came make made makes making 've 're 'll 'd 'm let " +
    "it's that's what's there's he's she's don't didn't doesn't wasn't isn't weren't hadn't haven't couldn't wouldn't can't if because as while until since though although whether then now " +
    'something anything nothing everything someone somebody everyone everybody nobody thing things stuff ' +
    'um uh er erm hmm like know mean basically sort kind yeah okay ok well right actually really literally guess think say said tell told want wanted need needed way bit quite pretty gonna wanna'
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
  return word.length > 1 && !EMPTY.has(word) && !/.{5}ly$/.test(word) && !(classes & (TokenClass.slot | TokenClass.arrow));
}
