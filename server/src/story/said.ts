import type { Token } from './types.js';

const known = new WeakMap<readonly Token[], string>();

/** The words of tokens and what they are, wherever they stand: the same text only for the same. */
export function saidBy(tokens: readonly Token[]): string {
  const before = known.get(tokens);
  if (before !== undefined) return before;
  let said = '';
  for (const { word, classes } of tokens) said += `${classes} ${word.length} ${word}\n`;
  known.set(tokens, said);
  return said;
}

/** The same tokens so many units further on. */
export function movedTokens(tokens: readonly Token[], by: number): readonly Token[] {
  const moved = tokens.map(({ start, end, word, classes }) => ({ start: start + by, end: end + by, word, classes }));
  const said = known.get(tokens);
  if (said !== undefined) known.set(moved, said);
  return moved;
}
