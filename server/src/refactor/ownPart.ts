import { sayMine } from '../review/fixes/mine.js';
import { addAfter } from '../review/fixes/words.js';
import { teamDeed } from '../review/roles.js';
import { sentenceAt } from './sentenceAt.js';
import type { Refactoring, RefactorSite } from './types.js';

/** Where "we" did something: what was the person's own, as a choice that only they can make. */
export function ownPart({ review, rubric, range }: RefactorSite): Refactoring[] {
  const site = sentenceAt(review, range);
  const we = site && teamDeed(site.sentence, range.start);
  if (!site || !we || site.sentence.slots.length > 0) return [];
  const fixes = sayMine(review.story, site.sentence, we);
  // The check of the team's voice names the sentence that tells the parts apart.
  const check = rubric.data.checks.find(({ measure }) => measure === 'team-voice');
  const drafted = (site.next?.slots.length ?? 0) > 0;
  const after = check?.fills[0] && !drafted ? addAfter({ rubric, story: review.story }, site.sentence, check.fills[0]) : [];
  return [...fixes, ...after].map(({ title, edits }) => ({ title, kind: 'rewrite', edits }));
}
