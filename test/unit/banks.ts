import { bankStory, type BankStory, coverage, type Coverage } from '../../server/src/bank/index.js';
import { review, type ReviewOptions } from '../../server/src/review/index.js';
import { builtinRubric } from '../../server/src/rubric/builtin.js';
import type { Rubric } from '../../server/src/rubric/index.js';
import { parseStory } from '../../server/src/story/index.js';

/** A bank of small stories: for each name what its front matter says and, where it matters, its text. */
export function bankOf(stories: Readonly<Record<string, string | readonly [front: string, text: string]>>, rubric: Rubric = builtinRubric()): BankStory[] {
  return Object.entries(stories).map(([name, story]) => {
    const [front, text] = typeof story === 'string' ? [story, 'I kept the ferry timetable, and I changed it.'] : story;
    return storyOf(`${name}.star.md`, `---\nstar: 1\ntitle: ${name}\n${front}\n---\n\n${text}\n`, rubric);
  });
}

/** One story of a bank, from its whole text. */
export function storyOf(id: string, text: string, rubric: Rubric = builtinRubric()): BankStory {
  return bankStory(id, review(parseStory(text), rubric), rubric);
}

/** What a bank covers on 20 November 2026. */
export function covered(stories: readonly BankStory[], profile = 'balanced', options: ReviewOptions = {}, rubric: Rubric = builtinRubric()): Coverage {
  return coverage(stories, rubric, rubric.profile(profile)!, '2026-11-20', options);
}

/** `code [story]: message` for each piece of advice. */
export function adviceIn({ advice }: Coverage): string[] {
  return advice.map(({ code, story, message }) => `${code}${story === undefined ? '' : ` ${story}`}: ${message}`);
}
