import { TokenClass, type Token } from './types.js';

/** "From nine seconds to 300 ms", as indexes of a sentence's tokens. */
export interface Change {
  readonly before: number;
  readonly after: number;
  /** The first and last token of the whole phrase: "from" and the later figure; the earlier figure where an arrow stands. */
  readonly from: number;
  readonly to: number;
}

/** How many words may stand between a figure and the "to" after it: "from 40 pages a week to 6". */
const BETWEEN = 4;

const APPROXIMATE = /^(?:about|around|roughly|approximately|nearly|almost|some|approx|maybe|ca|circa)$/;

/** The changes from one figure to another that a sentence tells of. */
export function changesIn(tokens: readonly Token[]): Change[] {
  return tokens.flatMap((token, index) => {
    if (!isFigure(token)) return [];
    const first = isApproximate(tokens[index - 1]) ? index - 1 : index;
    const start = tokens[first - 1]?.word === 'from' ? first - 1 : first;
    const after = laterFigure(tokens, index, start < first);
    return after === undefined ? [] : [{ before: index, after, from: start, to: after }];
  });
}

function laterFigure(tokens: readonly Token[], index: number, from: boolean): number | undefined {
  for (let at = index + 1; at <= index + BETWEEN && at < tokens.length; at++) {
    const { word, classes } = tokens[at]!;
    const joins = classes & TokenClass.arrow || (from && (word === 'to' || word === 'down' || word === 'up'));
    if (!joins) {
      if (isFigure(tokens[at]!)) return undefined;
      continue;
    }
    const ahead = [at + 1, at + 2, at + 3].find((next) => !/^(?:to|just|only|under|below|over)$/.test(tokens[next]?.word ?? '') && !isApproximate(tokens[next]));
    return ahead !== undefined && tokens[ahead] && isFigure(tokens[ahead]) ? ahead : undefined;
  }
  return undefined;
}

/** True for a quantity that could be an outcome. */
export function isFigure({ classes }: Token): boolean {
  return (classes & TokenClass.figure) !== 0;
}

/** True for a word that makes a figure a rough one. */
export function isApproximate(token: Token | undefined): boolean {
  return token !== undefined && APPROXIMATE.test(token.word);
}
