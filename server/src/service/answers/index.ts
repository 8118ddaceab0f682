export * from './bank.js';
export { explainAnswer, type Explanation } from './explain.js';
export { questionsAnswer, type QuestionFilter, type QuestionsAnswer } from './questions.js';
export { Refusal } from './refusal.js';
export { asWritten, reviewAnswer, type FindingAnswer, type ReviewAnswer, type Suggestion } from './review.js';
