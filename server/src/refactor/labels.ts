import type { Edit } from '../review/types.js';
import { tellsTheSame } from '../story/alike.js';
import { parseStory } from '../story/index.js';
import { headAt } from '../story/lineHead.js';
import { labelsIn, tellingAt } from '../story/told.js';
import type { Story } from '../story/types.js';
import { applied } from './apply.js';
import { headingEdits, possibleHeadingEdits } from './toHeadings.js';
import { labelEdits } from './toLabels.js';
import type { Refactor } from './types.js';

/** "Turn labels into headings": `**Situation:** text` becomes `## Situation` and the text, the whole telling at once. */
export const turnLabelsIntoHeadings: Refactor = ({ review: { story }, range }) => {
  const telling = tellingAt(story, range.start);
  const labels = labelsIn(telling).filter(({ label }) => label.style !== 'heading');
  if (labels.length === 0) return [];
  const listed = labels.every(({ label }) => headAt(story.text, label.start).indent > 0);
  const edits = firstFaithful(story, (asides) => headingEdits(story, telling, asides));
  return edits ? [{ title: listed ? 'Turn this list of labels into sections' : 'Turn labels into headings', kind: 'rewrite', edits }] : [];
};

/** A story's text with those of its labels (`- Situation: …`, `**S:** …`) as headings that can become one. Nothing is lost. */
export function labelsToStory(story: Story): string {
  return applied(story.text, possibleHeadingEdits(story));
}

/** "Turn headings into labels": the way back. */
export const turnHeadingsIntoLabels: Refactor = ({ review: { story }, range }) => {
  const telling = tellingAt(story, range.start);
  if (labelsIn(telling).every(({ label }) => label.style !== 'heading')) return [];
  const edits = firstFaithful(story, (asides) => labelEdits(story, telling, asides));
  return edits ? [{ title: 'Turn headings into labels', kind: 'rewrite', edits }] : [];
};

/** The edits with the asides, else without them, after which the story still tells the same. */
function firstFaithful(story: Story, write: (asides: boolean) => Edit[] | undefined): Edit[] | undefined {
  return [true, false].map(write).find((edits) => edits && tellsTheSame(story, parseStory(applied(story.text, edits))));
}
