import type { Section } from '../story/types.js';
import type { Timing } from './types.js';

/** How long sections take to say, in whole seconds at a speaking rate in words a minute. */
export function timeSections(sections: readonly Section[], wordsPerMinute: number): Timing {
  const words = sections.reduce((sum, section) => sum + section.words, 0);
  const seconds = (count: number): number => Math.round((count / wordsPerMinute) * 60);
  return {
    words,
    seconds: seconds(words),
    sections: sections.map((section) => ({
      section,
      role: section.role,
      words: section.words,
      sentences: section.sentences.length,
      seconds: seconds(section.words),
      share: words === 0 ? 0 : section.words / words,
    })),
  };
}
