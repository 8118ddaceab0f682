import type { Section } from '../story/types.js';
import type { Timing } from './types.js';

/** How long sections take to say, in whole seconds at a speaking rate in words a minute. */
export function timeSections(sections: readonly Section[], wordsPerMinute: number): Timing {
  const words = sections.reduce((sum, section) => sum + section.words, 0);
  return {
    words,
    seconds: secondsFor(words, wordsPerMinute),
    wordsPerMinute,
    sections: sections.map((section) => ({
      section,
      role: section.role,
      words: section.words,
      sentences: section.sentences.length,
      seconds: secondsFor(section.words, wordsPerMinute),
      share: words === 0 ? 0 : section.words / words,
    })),
  };
}

/** How many whole seconds it takes to say so many words. */
export function secondsFor(words: number, wordsPerMinute: number): number {
  return Math.round((words / wordsPerMinute) * 60);
}
