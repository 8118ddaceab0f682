import type { Block } from './block.js';
import { LineIndex } from './lines.js';
import { countUntil } from './ranges.js';
import type { Range, Suppression } from './types.js';

const COMMENT = /^<!--\s*star-(disable-next-line|disable-line|disable-file|disable|enable)(?![\w-])([^]*?)-->\s*$/;

/** Reads the suppressions among a file's comments and works out which offsets each silences. */
export function readSuppressions(text: string, comments: readonly Range[], blocks: readonly Block[]): Suppression[] {
  if (comments.length === 0) return [];
  const lines = new LineIndex(text);
  const read = comments.flatMap((comment) => readOne(text, comment) ?? []);
  const ends = new Ends();
  const covered = read.reverse().map((suppression) => {
    const covers = coverOf(suppression, ends, text, lines, blocks);
    if (suppression.form === 'enable') ends.add(suppression);
    return { ...suppression, covers };
  });
  return covered.reverse();
}

type Unplaced = Omit<Suppression, 'covers'>;

function readOne(text: string, comment: Range): Unplaced | undefined {
  const match = COMMENT.exec(text.slice(comment.start, comment.end));
  if (!match) return undefined;
  const inner = match[2]!;
  const dash = /(?:^|\s)--(?:\s|$)/.exec(inner);
  const named = dash ? inner.slice(0, dash.index) : inner;
  const at = comment.start + match[0].indexOf(inner, match[0].indexOf(match[1]!) + match[1]!.length);
  const codes = [...named.matchAll(/[^\s,]+/g)].map((code) => ({ code: code[0], range: { start: at + code.index, end: at + code.index + code[0].length } }));
  const reason = dash ? inner.slice(dash.index + dash[0].length).trim() || undefined : undefined;
  return { ...comment, form: match[1]!.replace(/^disable-(?=.)/, '') as Suppression['form'], codes, reason };
}

/** Where codes are next switched on again, read from the end of a text. */
class Ends {
  #every: number | undefined;
  readonly #ofCode = new Map<string, number>();

  add({ start, codes }: Unplaced): void {
    if (codes.length === 0) this.#every = start;
    for (const { code } of codes) this.#ofCode.set(code, start);
  }

  next({ codes }: Unplaced): number | undefined {
    const ends = [this.#every, ...codes.map(({ code }) => this.#ofCode.get(code))].filter((end) => end !== undefined);
    return ends.length === 0 ? undefined : ends.reduce((first, end) => Math.min(first, end));
  }
}

function coverOf(suppression: Unplaced, ends: Ends, text: string, lines: LineIndex, blocks: readonly Block[]): Range {
  const line = lines.lineAt(suppression.start);
  switch (suppression.form) {
    case 'file':
      return { start: 0, end: text.length };
    case 'line':
      return { start: lines.lineStart(line), end: lines.lineEnd(line) };
    case 'next-line':
      return nextBlock(suppression, text, lines, blocks);
    case 'disable':
      return { start: suppression.start, end: ends.next(suppression) ?? text.length };
    case 'enable':
      return { start: suppression.start, end: suppression.start };
  }
}

/** "Next line" is the next line that holds prose: blank lines between are passed over. */
function nextBlock(suppression: Unplaced, text: string, lines: LineIndex, blocks: readonly Block[]): Range {
  const block = blocks[countUntil(blocks, ({ start }) => start < suppression.end)];
  const line = block ? lines.lineAt(block.start) : lines.lineAt(suppression.end) + 1;
  return { start: Math.min(lines.lineStart(line), text.length), end: lines.lineEnd(line) };
}
