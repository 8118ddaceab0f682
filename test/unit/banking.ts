import { bankStory, type BankStory } from '../../server/src/bank/index.js';
import { review } from '../../server/src/review/index.js';
import { builtinRubric } from '../../server/src/rubric/builtin.js';
import { parseStory } from '../../server/src/story/index.js';

/** A bank of stories given as name → text, read with the built-in rubric. */
export function bankOf(texts: Readonly<Record<string, string>>): BankStory[] {
  return Object.entries(texts).map(([name, text]) => bankStory(name, review(parseStory(text), builtinRubric()), builtinRubric()));
}
