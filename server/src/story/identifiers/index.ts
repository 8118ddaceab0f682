export type { Identifying, IdentifierKind } from './types.js';
export { findIdentifiers } from './find.js';
export { folded, foldedComments, foldedPage, pageOf, type Letters } from './folded.js';
export { companyIn } from './hosts.js';
export { MARKUP } from './markup.js';
export { identifiersOf } from './parts.js';
export { foldLooks, hasLookAlikes } from './lookAlikes.js';
export { fold } from './seenThrough.js';
