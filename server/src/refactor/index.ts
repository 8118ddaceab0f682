import { attempt } from '../review/attempt.js';
import { divideIntoSections } from './divide.js';
import { extractFraming } from './framing.js';
import { honestFigure } from './honestFigure.js';
import { turnHeadingsIntoLabels, turnLabelsIntoHeadings } from './labels.js';
import { moveSelection, moveToFit } from './moveToNotes.js';
import { putInOrder } from './order.js';
import { ownPart } from './ownPart.js';
import { recordMetric } from './recordMetric.js';
import { setShape } from './setShape.js';
import { splitSentence } from './splitSentence.js';
import { turnTableIntoSections } from './table.js';
import type { Refactor, Refactoring, RefactorSite } from './types.js';

export { addEntry } from './addEntry.js';
export { followUpEdits } from './addFollowUps.js';
export { cutsOf, editsFor, sentencesAt } from './moveToNotes.js';
export { setEntry } from './setEntry.js';
export type { Refactoring, RefactorSite } from './types.js';

/** In the order in which a menu shows them. */
const REFACTORS: Readonly<Record<string, Refactor>> = {
  setShape,
  splitSentence,
  ownPart,
  honestFigure,
  recordMetric,
  moveSelection,
  moveToFit,
  divideIntoSections,
  turnTableIntoSections,
  turnLabelsIntoHeadings,
  turnHeadingsIntoLabels,
  putInOrder,
  extractFraming,
};

/** Every refactoring that applies at a place of a story; one that throws is left out, and its name among what broke of the review. */
export function refactorings(site: RefactorSite): Refactoring[] {
  return Object.entries(REFACTORS).flatMap(([name, refactor]) => attempt(site.review.broken, 'refactoring', name, () => refactor(site), []));
}
