// The engine as a library, `import { parseStory, review } from 'starwright'`: what is exported here is kept stable.
export { parseStory } from '../story/parse.js';
export { LineIndex, type Position } from '../story/lines.js';
export { applied as applyEdits } from '../refactor/apply.js';
export { followUps, review } from './reviewing.js';
export { bankStory, coverage, match } from './bank.js';
export { builtinRubric, compileRubric, readRubric, type ReadRubric, type Rubric } from './rubrics.js';
export type { PackFile, PackProblem } from '../pack/types.js';
export type * from '../review/types.js';
export type * from '../rubric/types.js';
export type * from '../story/types.js';
export type { Advice, BankStory, BankTelling, Coverage, CoverageCell, CoverageRow, Fit, FollowUp, Marked, MatchResult, RankedStory } from '../bank/types.js';
