import type { TellingReview } from '../review/types.js';
import type { Range } from '../story/types.js';
import type { ReviewedStory } from './reviewed.js';

export interface CompletionOptions {
  /** The editor takes snippets; without it slots stay as they are written. */
  readonly snippets: boolean;
  /** The editor's command that opens suggestions, to follow a key whose value is chosen from a list. */
  readonly suggestCommand?: string | undefined;
}

/** Where completion was asked for: the text around the cursor on its line. */
export interface CompletionSite {
  readonly reviewed: ReviewedStory;
  readonly telling: TellingReview;
  readonly offset: number;
  readonly before: string;
  readonly after: string;
  readonly options: CompletionOptions;
}

/** The offsets of the last `typed` characters before the cursor, and of `closing` if it follows. */
export function typedRange(site: CompletionSite, typed: string, closing = ''): Range {
  const closed = closing !== '' && site.after.startsWith(closing) ? closing.length : 0;
  return { start: site.offset - typed.length, end: site.offset + closed };
}
