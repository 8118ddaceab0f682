import type { Coverage, LoopPlan } from '../types.js';

/** The coverage of a bank as Markdown, with the plans for interview days after it. */
export function coverageMarkdown(_coverage: Coverage, _plans: readonly LoopPlan[] = []): string {
  return '';
}

/** The same as HTML: what stands inside the body of a page. */
export function coverageBody(_coverage: Coverage, _plans: readonly LoopPlan[] = []): string {
  return '';
}

/** A whole page with a style of its own, to be opened, printed or sent as it is. */
export function coveragePage(_coverage: Coverage, _plans: readonly LoopPlan[] = []): string {
  return '';
}
