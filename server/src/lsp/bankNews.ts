import type { BankStory } from '../bank/index.js';
import type { BankContents } from '../service/index.js';

/** True when two readings of the bank say the same. */
export function sameContents(before: BankContents, now: BankContents): boolean {
  return (
    before.complete === now.complete &&
    before.stories.length === now.stories.length &&
    JSON.stringify(before.unread) === JSON.stringify(now.unread) &&
    // A story that was not read again is the very same.
    before.stories.every((story, i) => story === now.stories[i] || inFull(story) === inFull(now.stories[i]!))
  );
}

function inFull(story: BankStory): string {
  return JSON.stringify(story, (_, value: unknown) => (value instanceof Set || value instanceof Map ? [...value] : value));
}
