import { checkStory } from '../checkStory.js';
import { mutated } from '../edits.js';
import { frontMatter } from '../frontMatters.js';
import { many, pick } from '../roll.js';
import { anyStory, storyText, suppression } from '../stories.js';
import type { Target } from '../target.js';

/** Stories as a whole: read, reviewed, fixed and shown. */
export const stories: Target = {
  what: 'stories: read, reviewed, fixed, shown',
  times: 5_000,
  make: anyStory,
  check: checkStory,
};

export const frontMatters: Target = {
  what: 'front matter',
  times: 20_000,
  make: (roll, saved) => (saved.length > 0 && roll(2) === 0 ? mutated(pick(roll, saved), saved, roll) : frontMatter(roll)) + pick(roll, ['', '## Action\n\nI moved the queue.\n']),
  check: checkStory,
};

export const suppressions: Target = {
  what: 'suppression comments',
  times: 10_000,
  make: (roll, saved) => {
    if (saved.length > 0 && roll(2) === 0) return mutated(pick(roll, saved), saved, roll);
    return many(roll, 1, 5, () => suppression(roll) + (roll(2) === 0 ? storyText(roll).slice(0, 200) : 'We handled it.\n'));
  },
  check: checkStory,
};
