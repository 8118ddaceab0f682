import type { WiderCriterion } from '../../rubric/index.js';
import type { CoverageRow } from '../types.js';
import { firstFew, listed, quoted } from '../words.js';
import type { Bank, Values } from './bank.js';

/** How many gaps a message names. */
const NAMED = 3;

/** The criteria about all stories together, by code: what to fill into the message where one holds. */
export const ABOUT_BANK: Readonly<Record<string, (bank: Bank, criterion: WiderCriterion) => Values | undefined>> = {
  'bank-too-small': ({ stories }, { limit = 0 }) => {
    const actual = stories.filter(({ status }) => status === 'ready').length;
    return actual < limit ? { actual, limit } : undefined;
  },
  'bank-too-large': ({ stories }, { limit = Infinity }) => (stories.length > limit ? { actual: stories.length, limit } : undefined),
  'bank-theme-gap': ({ themes }) => missing(themes.filter(({ state, maybe }) => state !== 'covered' && maybe.length === 0)),
  'bank-signal-gap': ({ signals }) => missing(signals.filter(({ state }) => state === 'gap')),
};

function missing(rows: readonly CoverageRow[]): Values | undefined {
  return rows.length > 0 ? { missing: listed(firstFew(rows.map(({ title }) => quoted(title)), NAMED), 'or') } : undefined;
}
