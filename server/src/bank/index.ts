export * from './types.js';
export { bankStory } from './bankStory.js';
export { coverage } from './coverage.js';
export { planLoop } from './loops.js';
export { Matchmaker } from './match.js';
export { coverageBody, coverageMarkdown, coveragePage, gapsOf, missingFor, plain, planTitle, remarksOf, summaryOf, textOf, whyKept } from './report/index.js';
export { redact, type Redaction } from './redact.js';
