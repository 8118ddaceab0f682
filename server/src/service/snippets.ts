import type { Range as LspRange } from 'vscode-languageserver-types';
import type { Edit } from '../review/types.js';
import { toLspRange, type ReviewedStory } from './reviewed.js';

// A slot is `[words]`; `[text](link)`, `[text][ref]`, `![image]` and task boxes are Markdown's own.
const SLOT = /(?<![!\]])\[(?![ xX]?\])[^[\]\n\r]+\](?![([])/g;

/** Whether something in a text is still to be filled in. */
export function hasSlot(text: string): boolean {
  return text.search(SLOT) >= 0;
}

/** A text in snippet syntax, and the number its next tab stop would have. */
export interface Snippet {
  readonly text: string;
  readonly next: number;
}

/**
 * Turns a fill-in text into a snippet: each `[slot]` becomes a tab stop that keeps its brackets,
 * everything else stands for itself. Tab stops are numbered from `first`; slots of one name share
 * one, so that what is said twice is typed once.
 */
export function toSnippet(text: string, first = 1): Snippet {
  const numbers = new Map<string, number>();
  let snippet = '';
  let done = 0;
  for (const { 0: slot, index } of text.matchAll(SLOT)) {
    const number = numbers.get(slot) ?? first + numbers.size;
    numbers.set(slot, number);
    snippet += `${escapeSnippet(text.slice(done, index))}\${${number}:${escapeSnippet(slot)}}`;
    done = index + slot.length;
  }
  return { text: snippet + escapeSnippet(text.slice(done)), next: first + numbers.size };
}

/** The slots of a fill-in text, each once, with their brackets. */
export function slotsIn(text: string): string[] {
  return [...new Set([...text.matchAll(SLOT)].map(([slot]) => slot))];
}

/** A snippet to put in place of a range; an empty range inserts. */
export interface SnippetInsert {
  readonly range: LspRange;
  readonly snippet: string;
  /** The same without tab stops, for showing. */
  readonly text: string;
}

/** An edit as a snippet with its slots as tab stops. */
export function snippetInsert(reviewed: ReviewedStory, edit: Edit): SnippetInsert {
  return { range: toLspRange(reviewed, edit), snippet: toSnippet(edit.newText).text, text: edit.newText };
}

/** Text that a snippet inserts as it stands. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
