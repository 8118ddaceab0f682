export { coverageBody } from './html.js';
export { coverageMarkdown } from './markdown.js';
export { gapsOf, keptFor, missingFor, planTitle, remarksOf, summaryOf } from './model.js';
export { plain } from './escape.js';
export { coveragePage } from './page.js';
