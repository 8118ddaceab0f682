import { builtinRubric } from '../../server/src/rubric/builtin.js';
import { review, type Edit, type Finding, type Fix, type ReviewOptions, type TellingReview } from '../../server/src/review/index.js';
import { parseStory } from '../../server/src/story/index.js';

/** The first telling of a text, reviewed with the built-in rubric. */
export function reviewed(text: string, options: ReviewOptions = {}): TellingReview {
  return review(parseStory(text), builtinRubric(), options).tellings[0];
}

/** `severity code: "the text it points at"` for each finding. */
export function findingsIn(text: string, options: ReviewOptions = {}): string[] {
  return reviewed(text, options).findings.map(({ severity, rule, range }) => `${severity} ${rule}: "${text.slice(range.start, range.end)}"`);
}

export function codesIn(text: string, options: ReviewOptions = {}): string[] {
  return reviewed(text, options).findings.map(({ rule }) => rule);
}

export function findingOf(text: string, code: string, options: ReviewOptions = {}): Finding {
  const found = reviewed(text, options).findings.find(({ rule }) => rule === code);
  if (!found) throw new Error(`no ${code} in ${codesIn(text, options).join(', ') || 'no findings'}`);
  return found;
}

/** A text after edits, which must not overlap. */
export function applied(text: string, edits: readonly Edit[]): string {
  const last = [...edits].sort((a, b) => b.start - a.start || b.end - a.end);
  last.forEach((edit, index) => {
    if (index > 0 && edit.end > last[index - 1]!.start) throw new Error('edits overlap');
  });
  return last.reduce((result, edit) => result.slice(0, edit.start) + edit.newText + result.slice(edit.end), text);
}

/** The text after the fix whose title begins so; the first fix without one. */
export function fixed(text: string, code: string, title = ''): string {
  const { fixes } = findingOf(text, code);
  const fix: Fix | undefined = fixes.find((candidate) => candidate.title.startsWith(title));
  if (!fix) throw new Error(`no fix "${title}" among ${fixes.map((candidate) => candidate.title).join(' / ')}`);
  return applied(text, fix.edits);
}

/** A strong story with headings: nothing is missing. Tests take one thing away or add one. */
export const STRONG = `# The index that was not there

## Situation
I worked on the booking service that 40 hotels use at check-in. After a schema change its search timed out every evening at the peak, so guests waited at the desk.

## Task
I was responsible for finding the cause and for a fix before the holiday weekend.

## Action
I compared the slow query log with traces of the evening before and saw one lookup scan the whole table. The root cause was a composite index that the migration had dropped and nobody had recreated.
I considered adding read replicas or rebuilding the index online. I chose the rebuild over replicas because it was reversible within minutes, accepting slower writes for one night.
I wrote the change as two steps, asked the database team to read them, and rehearsed both on a copy of production that evening. I rolled it out to one region first, watched the graphs for an hour with the support lead on the line, and then did the other three regions one after the other, stopping twice to let replication catch up.
I also added a check to the deploy pipeline that blocks a migration which drops an index still in use, and an alert on slow lookups.

## Result
Search at the peak went from 9 seconds to 300 ms, measured on the same graphs over the next four weeks, and hotels stopped calling support.

## Learning
I learned that an index is part of what a service promises, and I now read each migration with its queries beside me.
`;
