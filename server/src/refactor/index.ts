import { divideIntoSections } from './divide.js';
import { putInOrder } from './order.js';
import { turnHeadingsIntoLabels, turnLabelsIntoHeadings } from './labels.js';
import type { Refactor, Refactoring, RefactorSite } from './types.js';

export type { Refactoring, RefactorSite } from './types.js';

/** In the order in which a menu shows them. */
const REFACTORS: readonly Refactor[] = [turnLabelsIntoHeadings, turnHeadingsIntoLabels, divideIntoSections, putInOrder];

/** Every refactoring that applies at a place of a story. */
export function refactorings(site: RefactorSite): Refactoring[] {
  return REFACTORS.flatMap((refactor) => refactor(site));
}
