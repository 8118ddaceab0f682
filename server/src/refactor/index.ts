import { divideIntoSections } from './divide.js';
import { putInOrder } from './order.js';
import { extractFraming } from './framing.js';
import { turnHeadingsIntoLabels, turnLabelsIntoHeadings } from './labels.js';
import { turnTableIntoSections } from './table.js';
import type { Refactor, Refactoring, RefactorSite } from './types.js';

export { labelsToStory } from './labels.js';
export { tableToStory } from './table.js';
export type { Refactoring, RefactorSite } from './types.js';

/** In the order in which a menu shows them. */
const REFACTORS: readonly Refactor[] = [turnLabelsIntoHeadings, turnHeadingsIntoLabels, divideIntoSections, turnTableIntoSections, putInOrder, extractFraming];

/** Every refactoring that applies at a place of a story. */
export function refactorings(site: RefactorSite): Refactoring[] {
  return REFACTORS.flatMap((refactor) => refactor(site));
}
