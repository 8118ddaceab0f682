import { bankStory, type BankStory } from '../bank/index.js';
import type { Arguments } from './args.js';
import type { Checker } from './checker.js';
import { complain } from './errors.js';

/** The stories of all paths as one bank. What holds no story is said and left out. */
export async function readBank(args: Arguments, checker: Checker): Promise<BankStory[]> {
  const read = await checker.reviewAll(args.paths, undefined, (path, review, rubric) => {
    if (review.story.notAStory === undefined) return bankStory(path, review, rubric);
    complain(`${path}: holds no story that can be read, and is left out.`);
    return undefined;
  });
  return read.filter((story) => story !== undefined);
}
