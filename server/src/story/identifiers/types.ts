import type { Range } from '../types.js';

/** What kind of thing some words of a text name. */
export type IdentifierKind = 'host' | 'address' | 'email' | 'ticket' | 'url' | 'secret' | 'phone' | 'account' | 'path';

/** Words of a text that may tell whose they are: an employer's, a customer's, a person's. */
export interface Identifying extends Range {
  readonly kind: IdentifierKind;
  /** False for what is as often public as not: a page on an ordinary site. It is no finding, and yet nothing to share. */
  readonly certain: boolean;
}
