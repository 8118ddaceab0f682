import type { Check } from '../../rubric/index.js';
import { sameSection } from '../../story/alike.js';
import { sharedText } from '../../story/shared.js';
import { extentsIn } from '../../story/told.js';
import { fixOf, limitOf, type Candidate, type ReviewContext } from '../context.js';
import { ROLE_NAMES } from '../fixes/label.js';
import type { Fix } from '../types.js';

/** A framing that says what an earlier telling says already, in the same words. */
export function framingsAlike(context: ReviewContext, check: Check): Candidate[] {
  const { story, telling } = context;
  const { label } = telling;
  const limit = limitOf(context, check);
  if (!label || limit === undefined) return [];
  const share = Math.max(0, ...story.tellings.slice(0, story.tellings.indexOf(telling)).map((earlier) => sharedText(earlier, telling) ?? 0));
  if (share <= limit) return [];
  return [{ code: check.code, kind: 'check', role: 'body', range: { start: label.start, end: label.end }, values: { actual: `${Math.round(share * 100)}%` }, fixes: () => takeOver(context) }];
}

/** A framing takes over what it does not tell itself: sections that are the first telling's, word by word, can go. */
function takeOver({ story, telling }: ReviewContext): Fix[] {
  const repeated = telling.sections.filter((section) => story.tellings[0].sections.some((first) => sameSection(first, section)));
  if (repeated.length === 0 || repeated.length === telling.sections.length) return [];
  const extentOf = extentsIn(story);
  const edits = repeated.map((section) => {
    const { start, end } = extentOf(section);
    return { start, end: end + /^\s*/.exec(story.text.slice(end))![0].length, newText: '' };
  });
  return [fixOf(`Take over the ${repeated.map(({ role }) => ROLE_NAMES[role]).join(' and ')} instead of repeating it`, edits, { preferred: true })];
}
