export { csvCards } from './csv.js';
export { exportStory, type ExportedStory } from './exported.js';
export { CARD_FORMATS, type CardFormat } from './formats.js';
export { cardsBody, htmlCards } from './html.js';
export { markdownCards } from './markdown.js';
export { exportStories, type Taken } from './taken.js';
