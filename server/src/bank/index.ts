export * from './types.js';
export { bankStory } from './bankStory.js';
export { coverage } from './coverage.js';
export { planLoop } from './loops.js';
export { Matchmaker } from './match.js';
export { answered, bankQuestions, type AnsweredQuestion } from './matchQuestions.js';
export { kindsAskedFor } from './write.js';
