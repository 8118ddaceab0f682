import type { Token } from './types.js';

/** The words of tokens and what they are, wherever they stand: the same text only for the same. */
export function saidBy(tokens: readonly Token[]): string {
  let said = '';
  for (const { word, classes } of tokens) said += `${classes} ${word.length} ${word}\n`;
  return said;
}
