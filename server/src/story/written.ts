import { lineEndOf, lineStartOf } from './lines.js';
import type { Range, Sentence, Story } from './types.js';

/**
 * What is being written when the cursor is at an offset: the sentence before it, with the white space that follows on the
 * same line; else the line, as for a heading or front matter.
 */
export function writtenAt(story: Story, offset: number): Range {
  const line = { start: lineStartOf(story.text, offset), end: lineEndOf(story.text, offset) };
  const sentence = lastBefore(story, offset);
  if (sentence === undefined || sentence.end < line.start) return line;
  return { start: sentence.start, end: Math.max(sentence.end, offset) };
}

/** The last sentence that begins before an offset. */
function lastBefore(story: Story, offset: number): Sentence | undefined {
  let last: Sentence | undefined;
  for (const { sections } of story.tellings) {
    for (const { sentences } of sections) {
      for (const sentence of sentences) if (sentence.start < offset && sentence.start >= (last?.start ?? 0)) last = sentence;
    }
  }
  return last;
}
