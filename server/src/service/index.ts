export { catalog, type Catalog, type CatalogTemplate, type CatalogText } from './catalog.js';
export { codeActions, type EditOptions } from './codeActions.js';
export { codeLenses } from './codeLens.js';
export { completions, TRIGGER_CHARACTERS } from './completion.js';
export type { CompletionOptions } from './completionSite.js';
export { diagnostics, DIAGNOSTIC_SOURCE, type DiagnosticData, type DiagnosticOptions } from './diagnostics.js';
export { fixAll, FIX_ALL_KIND } from './fixAll.js';
export { hover, type HoverFormat } from './hover.js';
export { reviewedStory, type ReviewedStory } from './reviewed.js';
