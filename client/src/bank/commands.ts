/** The commands of the bank, as package.json names them. */
export const COMMANDS = {
  open: 'starwright.openStory',
  evidence: 'starwright.showStoryEvidence',
  setStatus: 'starwright.setStatus',
  copyPath: 'starwright.copyStoryPath',
  reveal: 'starwright.revealStory',
  newOfKind: 'starwright.newStoryOfKind',
  newForQuestion: 'starwright.newStoryForQuestion',
  refresh: 'starwright.refreshBank',
  byKind: 'starwright.groupByKind',
  bySignal: 'starwright.groupBySignal',
  byStatus: 'starwright.groupByStatus',
  filter: 'starwright.filterStories',
  clearFilter: 'starwright.clearStoryFilter',
  matrix: 'starwright.showCoverage',
  saveMatrix: 'starwright.saveCoverage',
  savePlan: 'starwright.savePlan',
  match: 'starwright.matchQuestion',
  plan: 'starwright.planDay',
} as const;

/** The views, as package.json names them. */
export const VIEWS = { stories: 'starwright.stories', coverage: 'starwright.coverage', questions: 'starwright.questions' } as const;
