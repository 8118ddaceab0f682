import { CompletionItemKind, InsertTextFormat, type CompletionItem } from 'vscode-languageserver-types';
import { wordsForSlot } from '../rubric/index.js';
import type { Range } from '../story/types.js';
import type { CompletionSite } from './completionSite.js';
import { toLspRange, touches } from './reviewed.js';

/** Precise words for the unfilled slot at the cursor; undefined where there is none, or no word list serves it. */
export function slotWords(site: CompletionSite): CompletionItem[] | undefined {
  const { review, rubric } = site.reviewed;
  const slot = slotAt(site);
  if (!slot) return undefined;
  const written = review.story.text.slice(slot.start, slot.end);
  const words = wordsForSlot(rubric.data.lexicons, written.replace(/^\[|\]$|^\{\{|\}\}$/g, ''));
  if (words.length === 0) return undefined;
  const range = toLspRange(site.reviewed, slot);
  return words.map(({ word, about }, index) => ({
    label: word,
    kind: CompletionItemKind.Value,
    documentation: about,
    // An editor compares with what stands before the cursor: the slot as it is, perhaps with a word begun in it.
    filterText: `${written} ${word}`,
    sortText: String(index).padStart(4, '0'),
    insertTextFormat: InsertTextFormat.PlainText,
    textEdit: { range, newText: word },
  }));
}

/** The slot that holds the cursor or ends at it, as a tab stop does that is just selected. */
function slotAt({ telling, offset }: CompletionSite): Range | undefined {
  const at = { start: offset, end: offset };
  for (const section of telling.telling.sections) {
    if (!touches(section.whole, at)) continue;
    for (const sentence of section.sentences) {
      const slot = sentence.slots.find((candidate) => touches(candidate, at));
      if (slot) return slot;
    }
  }
  return undefined;
}
