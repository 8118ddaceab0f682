export { csvCards } from './csv.js';
export { exportStory, type ExportedStory } from './exported.js';
export { htmlCards } from './html.js';
export { markdownCards } from './markdown.js';
