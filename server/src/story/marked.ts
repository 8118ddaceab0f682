import { countUntil } from './ranges.js';
import type { Range, Sentence, Story } from './types.js';
import { blocksOf } from './visible.js';

const WORD = /[\p{L}\p{N}]/u;

/** What of a sentence the person marked as a line to say: all of it in bold, or a sentence highlighted with `==`. */
export function markedIn(story: Story, sentence: Sentence): Range | undefined {
  return isBold(story, sentence) ? sentence : highlightedIn(story, sentence);
}

function isBold(story: Story, { start, end }: Sentence): boolean {
  const blocks = blocksOf(story);
  const block = blocks[countUntil(blocks, (each) => each.end <= start)];
  return (block?.strong ?? []).some((span) => {
    // An emphasised span has one mark, a bold one two.
    const bold = /^(?:\*\*|__)/.test(story.text.slice(span.start, span.start + 2));
    return bold && !WORD.test(story.text.slice(start, span.start)) && !WORD.test(story.text.slice(span.end, end)) && span.start < end && start < span.end;
  });
}

/** A sentence goes on behind the closing `==`, which stands behind the full stop. */
function highlightedIn({ text }: Story, { start, end }: Sentence): Range | undefined {
  const from = start > 1 && text.startsWith('==', start - 2) ? start - 2 : start;
  const around = text.slice(from, text.startsWith('==', end) ? end + 2 : end);
  const highlight = /==([^=]*)==/.exec(around);
  if (!highlight) return undefined;
  const [before, after] = [around.slice(0, highlight.index), around.slice(highlight.index + highlight[0].length)];
  const whole = /[.!?]["”’)]?\s*$/.test(highlight[1]!) || !WORD.test(after);
  if (!whole || WORD.test(before)) return undefined;
  return { start: from + highlight.index + 2, end: from + highlight.index + 2 + highlight[1]!.length };
}
