import type { Lexicon } from './types.js';

/** A word that fits a slot, and what the list it comes from is about. */
export interface SlotWord {
  readonly word: string;
  readonly about: string;
}

/**
 * The words that fit a slot with this name, in the order of the word lists that serve it. An entry with alternatives is
 * for patterns, and a figure is for the person alone: neither is among them.
 */
export function wordsForSlot(lexicons: readonly Lexicon[], name: string): SlotWord[] {
  const wanted = name.trim().toLowerCase();
  const serving = lexicons.filter(({ slots = [] }) => slots.some((slot) => slot.toLowerCase() === wanted));
  const words = new Map<string, SlotWord>();
  for (const { words: entries, about } of serving) {
    for (const entry of entries) {
      const word = entry.replace(/<([^>]*)>/g, '$1');
      if (!/[()?{]|(?:^|\s)\d/.test(entry) && !words.has(word)) words.set(word, { word, about });
    }
  }
  return [...words.values()];
}
