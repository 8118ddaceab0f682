export { coverageBody } from './html.js';
export { coverageMarkdown } from './markdown.js';
export { gapsOf, missingFor, planTitle, remarksOf, summaryOf, textOf, whyKept } from './model.js';
export { plain } from './escape.js';
export { coveragePage } from './page.js';
