export * from './types.js';
export { bankStory } from './bankStory.js';
export { coverage } from './coverage.js';
export { followUps, preparedFollowUps } from './followUps.js';
export { planLoop } from './loops.js';
export { Matchmaker } from './match.js';
export { coverageBody, coverageMarkdown, coveragePage, gapsOf, missingFor, plain, planTitle, remarksOf, summaryOf, textOf, whyKept } from './report/index.js';
export { probeExamples, type ProbeExample } from './probeExamples.js';
