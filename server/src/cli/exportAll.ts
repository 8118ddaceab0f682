import { basename } from 'node:path';
import { redact } from '../bank/redact.js';
import { exportStory, type ExportedStory } from '../rehearse/index.js';
import { review, type Review } from '../review/index.js';
import type { Rubric } from '../rubric/index.js';
import { parseStory } from '../story/index.js';
import type { Checker } from './checker.js';

/** A story that is exported, and where it was read. */
export interface Chosen {
  readonly path: string;
  readonly review: Review;
  readonly rubric: Rubric;
}

/** The cards of stories as they stand. */
export function exportAll(chosen: readonly Chosen[]): ExportedStory[] {
  return chosen.map(({ path, review: reviewed, rubric }) => exportStory(reviewed, rubric, nameOf(path)));
}

/**
 * The cards of stories without what may identify somebody. Each text is redacted first and read anew, so that nothing else
 * of it can reach a card. What one story has another word for is hidden in all of them.
 */
export async function exportRedacted(chosen: readonly Chosen[], checker: Checker): Promise<ExportedStory[]> {
  const places = await Promise.all(chosen.map(async ({ path }) => (await checker.placeOf(path)).configs.nearest(path)?.preferences ?? {}));
  const aliased = chosen.flatMap(({ review: { story } }) => [...(story.frontMatter?.aliases.keys() ?? [])]);
  const terms = [...new Set([...places.flatMap(({ confidentialTerms }) => confidentialTerms ?? []), ...aliased])];
  return chosen.map(({ path, review: { story }, rubric }, index) => {
    const own = story.frontMatter?.aliases;
    const redacted = redact(story, terms.filter((term) => !own?.has(term)), fileName(path));
    const reviewed = review(parseStory(redacted.text), rubric, { override: checker.override, defaults: places[index]! });
    return exportStory(reviewed, rubric, asWords(redacted.name));
  });
}

/** What a story without a title is called: its file's name, as words. */
function nameOf(path: string): string {
  return asWords(fileName(path));
}

function fileName(path: string): string {
  return basename(path).replace(/\.star\.md$|\.md$/i, '');
}

function asWords(name: string): string {
  return name.replace(/[-_]+/g, ' ').trim() || 'story';
}
