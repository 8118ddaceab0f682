import type { Edit, Review } from '../review/types.js';
import type { Rubric } from '../rubric/index.js';
import type { Range } from '../story/types.js';

/** A change that a person can choose: nothing is wrong without it. */
export interface Refactoring {
  readonly title: string;
  /** `rewrite` says the same in another form, `extract` makes something of its own of a part. */
  readonly kind: 'rewrite' | 'extract';
  /** What only the person knows stands in it as a `[slot]`. */
  readonly edits: readonly Edit[];
}

/** Where a refactoring was asked for. */
export interface RefactorSite {
  readonly review: Review;
  readonly rubric: Rubric;
  /** The selection, or an empty range at the cursor. */
  readonly range: Range;
}

/** One kind of refactoring: what it offers at a place, nothing where it does not apply. */
export type Refactor = (site: RefactorSite) => readonly Refactoring[];
