import { dice } from '../unit/dice.js';

/** Rolls a die with so many sides: a whole number from 0. */
export type Roll = (sides: number) => number;

/** Dice of which neighbouring seeds begin differently. */
export function rolls(seed: number): Roll {
  return dice(Math.imul(seed + 1, 0x9e3779b1));
}

/** Dice that are the same for the same text, for what a check is free to choose. */
export function rollsOf(text: string): Roll {
  let seed = text.length;
  for (let at = 0; at < text.length; at++) seed = Math.imul(seed ^ text.charCodeAt(at), 16_777_619);
  return rolls(seed);
}

export function pick<T>(roll: Roll, from: readonly T[]): T {
  return from[roll(from.length)]!;
}

/** Pieces from a list, from `least` to `most` of them, one after the other. */
export function many(roll: Roll, least: number, most: number, piece: () => string): string {
  let text = '';
  for (let left = least + roll(most - least + 1); left > 0; left--) text += piece();
  return text;
}
