import type { Block } from './block.js';
import { readMarkdown } from './markdown.js';
import { countUntil } from './ranges.js';
import type { Range, Story } from './types.js';

/** Words on one line that no reader of Markdown takes for anything else. */
const PLAIN = /^[\p{L}][\p{L}\p{M}\p{N} ,;:?'’"()/%.-]*$/u;
const HIGHLIGHT = /==(?=[^\s=])([^=]*)==/g;

const read = new WeakMap<Story, readonly Block[]>();

/** The prose blocks of a story, read once. */
export function blocksOf(story: Story): readonly Block[] {
  const blocks = read.get(story) ?? readMarkdown(story.text).blocks;
  read.set(story, blocks);
  return blocks;
}

/** What a reader of the page sees of a range of the story: its words on one line, without the marks of Markdown. */
export function visibleIn(story: Story, range: Range): string {
  return visibleOf(blocksOf(story), story.text, range);
}

/** The same for a piece of Markdown that was taken out of a story. */
export function visibleText(markdown: string): string {
  // Most notes have no marks, and reading many small documents takes long.
  if (PLAIN.test(markdown)) return markdown.trim();
  return visibleOf(readMarkdown(markdown).blocks, markdown, { start: 0, end: markdown.length });
}

function visibleOf(blocks: readonly Block[], text: string, { start, end }: Range): string {
  const parts: string[] = [];
  for (let at = countUntil(blocks, (block) => block.end <= start); at < blocks.length && blocks[at]!.start < end; at++) {
    const block = blocks[at]!;
    parts.push(unmasked(block, text, Math.max(start, block.start), Math.min(end, block.end)));
  }
  return parts.join(' ').replace(HIGHLIGHT, '$1').replace(/\s+/g, ' ').trim();
}

/** Keeps what the block's prose kept. What stands for one character is written as it; other marks vanish. */
function unmasked({ prose, start, entities = [] }: Block, text: string, from: number, to: number): string {
  let [seen, next] = ['', 0];
  for (let at = from; at < to; at++) {
    const kept = prose[at - start];
    if (kept === text[at]) {
      seen += kept;
      continue;
    }
    while (entities[next] && entities[next]!.start < at) next++;
    const entity = entities[next];
    if (entity?.start !== at) continue;
    seen += entity.shows;
    at = entity.end - 1;
  }
  return seen;
}
