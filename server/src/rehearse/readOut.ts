import type { Token } from '../story/types.js';

const MARKUP = /[*_~`[\]<>\\|]+/g;

/** Some tokens of a text in a row as they are read out: on one line, without Markdown's marks. */
export function readOut(text: string, tokens: readonly Token[]): string {
  let read = '';
  tokens.forEach((token, index) => {
    if (index > 0) read += between(text.slice(tokens[index - 1]!.end, token.start));
    read += text.slice(token.start, token.end);
  });
  return withoutHalfQuotes(read.replace(/\s+/g, ' ').trim());
}

/** A part of a sentence can hold one mark of a pair. */
function withoutHalfQuotes(read: string): string {
  const marks = read.match(/["“”]/g)?.length ?? 0;
  return marks % 2 === 0 ? read : read.replace(/["“”]/g, '');
}

/** What stands between two words: a link's address has letters in it, and is not read. */
function between(gap: string): string {
  return /[\p{L}\p{N}]/u.test(gap) ? ' ' : gap.replace(MARKUP, '');
}
