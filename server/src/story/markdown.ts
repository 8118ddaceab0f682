import type { Nodes, RootContent } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { movedBlock, type Block, type Entity } from './block.js';
import { entitiesIn, withoutEntities } from './entities.js';
import type { Placed } from './kept.js';
import { KnownBlock, type KnownPassage, type Passage, type StoryMemory } from './memory.js';
import { lineEndOf, lineStartOf } from './lines.js';
import { passagesIn } from './passages.js';
import { readPlainPassage } from './plainPassage.js';
import { movedBy } from './ranges.js';
import { tamed } from './tame.js';
import type { Range } from './types.js';

export interface Markdown {
  readonly yaml: Range | undefined;
  readonly blocks: readonly Block[];
  /** HTML comments, block or inline. */
  readonly comments: readonly Range[];
  /** What a memory knows of each block. */
  readonly known?: readonly KnownBlock[] | undefined;
  /** The passages of all that follows the front matter, where a memory knows them. */
  readonly passages?: readonly PlacedPassage[] | undefined;
}

/** A passage and where it stands. */
export interface PlacedPassage extends Range {
  readonly known: KnownPassage;
}

const parser = unified().use(remarkParse).freeze();
const parserWithYaml = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).freeze();

/**
 * Reads Markdown into prose blocks, passage by passage. Offsets are UTF-16 into `text`, a byte order mark included.
 * Never throws: whatever cannot be parsed is prose. Passages that `memory` knows from the last reading are not read again.
 */
export function readMarkdown(text: string, memory?: StoryMemory): Markdown {
  // What a definition defines can be used anywhere before or after it.
  if (text.includes(']:')) return known(readWhole(text), memory);
  const yaml = yamlIn(text);
  const from = yaml?.end ?? bodyStart(text);
  return memory ? { yaml, ...readKnown(text, from, memory) } : { yaml, ...readAnew(text, from) };
}

function readAnew(text: string, from: number): Pick<Markdown, 'blocks' | 'comments'> {
  const read: { blocks: Block[]; comments: Range[] } = { blocks: [], comments: [] };
  for (const { start, end } of passagesIn(text, from)) {
    const { blocks, comments } = readPassage(text.slice(start, end), start);
    for (const block of blocks) read.blocks.push(block);
    for (const comment of comments) read.comments.push(comment);
  }
  return read;
}

function readKnown(text: string, from: number, memory: StoryMemory): Omit<Markdown, 'yaml'> {
  const read: { blocks: Block[]; comments: Range[]; known: KnownBlock[]; passages: PlacedPassage[] } = { blocks: [], comments: [], known: [], passages: [] };
  const find = (start: number, end: number): Placed<Passage> => memory.passages.find(text.slice(start, end), start, (own) => withKnown(readPassage(own, start)));
  for (const { start, end, placed } of memory.divided.divide(text, from, find)) {
    const { blocks, comments, known } = memory.passages.again(placed, start);
    for (const block of blocks) read.blocks.push(block);
    for (const comment of comments) read.comments.push(comment);
    for (const block of known.blocks) read.known.push(block);
    read.passages.push({ start, end, known });
  }
  return read;
}

function withKnown(passage: Omit<Passage, 'known'>): Passage {
  return { ...passage, known: { blocks: passage.blocks.map(({ prose }) => new KnownBlock(prose)) } };
}

/** The blocks of a text that was read in one go, with what is known of each. */
function known(read: Markdown, memory: StoryMemory | undefined): Markdown {
  return memory ? { ...read, known: read.blocks.map((block) => memory.blocks.recall(writtenIn(block), 0, (own) => new KnownBlock(own.slice(0, block.prose.length)))) } : read;
}

/** All that tells one block from another, wherever they stand. */
function writtenIn({ prose, kind, depth, start, strong, code }: Block): string {
  const within = (ranges: readonly Range[]): string => ranges.map((range) => `${range.start - start}-${range.end - start}`).join();
  return `${prose}\0${kind} ${depth} ${within(strong)} ${within(code)}`;
}

/** Reads Markdown in one go: the same as {@link readMarkdown}, slower. */
export function readWhole(text: string): Markdown {
  const reader = new Reader(text, bodyStart(text));
  // Where front matter is never closed, its plugin leaves the parser confused about the lists that follow.
  reader.blocksOf((yamlIn(text) ? parserWithYaml : parser).parse(tamed(text)), false);
  return { yaml: reader.yaml, blocks: reader.blocks, comments: reader.comments };
}

function bodyStart(text: string): number {
  return text.charCodeAt(0) === 0xfeff ? 1 : 0;
}

/** The front matter: from `---` on the first line to the next line that is only that. */
function yamlIn(text: string): Range | undefined {
  const start = bodyStart(text);
  const opening = /---[ \t]*(?=[\r\n])/y;
  opening.lastIndex = start;
  if (!opening.test(text)) return undefined;
  const closing = /[\r\n]---[ \t]*(?=[\r\n]|$)/g;
  closing.lastIndex = opening.lastIndex;
  return closing.test(text) ? { start, end: closing.lastIndex } : undefined;
}

function readPassage(source: string, at: number): Omit<Passage, 'known'> {
  const plain = readPlainPassage(source);
  if (plain) return { blocks: plain.map((block) => movedBlock(block, at)), comments: NONE };
  const reader = new Reader(source, 0);
  // The parser takes a byte order mark off the beginning, and here it is no such mark, but a character of the text.
  const marked = bodyStart(source) > 0 ? `\ufeff${source}` : source;
  reader.blocksOf(parser.parse(tamed(marked)), false);
  return { blocks: reader.blocks.map((block) => movedBlock(block, at)), comments: reader.comments.map((comment) => movedBy(comment, at)) };
}

const NONE: readonly never[] = [];

class Reader {
  readonly blocks: Block[] = [];
  readonly comments: Range[] = [];
  yaml: Range | undefined;

  constructor(
    readonly text: string,
    readonly shift: number,
  ) {}

  blocksOf(parent: { children: readonly RootContent[] }, quoted: boolean, inItem = false): void {
    parent.children.forEach((node, index) => this.block(node, quoted, inItem && index === 0));
  }

  private block(node: RootContent, quoted: boolean, bullet: boolean): void {
    switch (node.type) {
      case 'yaml':
        this.yaml = this.range(node);
        break;
      case 'heading':
      case 'paragraph':
        this.prose(node, quoted, bullet);
        break;
      case 'blockquote':
        this.blocksOf(node, true);
        break;
      case 'list':
        for (const item of node.children) this.blocksOf(item, quoted, true);
        break;
      case 'html':
        this.comment(this.range(node));
        break;
      case 'code':
        if (!node.lang && looksLikeProse(node.value)) this.fence(node, quoted);
        break;
      default:
        break;
    }
  }

  private range(node: Nodes): Range {
    return {
      start: node.position!.start.offset! + this.shift,
      end: node.position!.end.offset! + this.shift,
    };
  }

  private comment(range: Range): void {
    if (this.text.startsWith('<!--', range.start)) this.comments.push(range);
  }

  private prose(node: Extract<RootContent, { type: 'heading' | 'paragraph' }>, quoted: boolean, bullet: boolean): void {
    const range = this.range(node);
    const mask = new ProseMask(this.text, range, quoted);
    for (const child of node.children) this.inline(child, mask);
    this.blocks.push({
      kind: node.type,
      depth: node.type === 'heading' ? node.depth : 0,
      bullet,
      start: range.start,
      end: range.end,
      prose: mask.toString(),
      strong: mask.strong,
      code: mask.code,
      ...(mask.entities.length > 0 ? { entities: mask.entities } : {}),
    });
  }

  private inline(node: Nodes, mask: ProseMask): void {
    switch (node.type) {
      case 'text':
        mask.keepText(this.range(node));
        break;
      case 'inlineCode':
        mask.keepCode(this.range(node));
        break;
      case 'html':
        this.comment(this.range(node));
        break;
      case 'strong':
      case 'emphasis':
        mask.strong.push(this.range(node));
        for (const child of node.children) this.inline(child, mask);
        break;
      case 'link':
      case 'linkReference':
      case 'delete':
        for (const child of node.children) this.inline(child, mask);
        break;
      default:
        break;
    }
  }

  private fence(node: Extract<RootContent, { type: 'code' }>, quoted: boolean): void {
    const whole = this.range(node);
    const [opened, closed] = [lineEndOf(this.text, whole.start), lineStartOf(this.text, whole.end)];
    const range = { start: opened + (this.text.startsWith('\r\n', opened) ? 2 : 1), end: closed - (this.text.startsWith('\r\n', closed - 2) ? 2 : 1) };
    if (range.end < range.start) return;
    const mask = new ProseMask(this.text, range, quoted);
    mask.keepText(range);
    this.blocks.push({ kind: 'fence', depth: 0, bullet: false, ...range, prose: mask.toString(), strong: [], code: [], entities: mask.entities.map(({ start, end }) => ({ start, end, shows: this.text.slice(start, end) })) });
  }
}

/** Builds a block's prose by copying only what is kept. */
class ProseMask {
  readonly strong: Range[] = [];
  readonly code: Range[] = [];
  readonly entities: Entity[] = [];
  readonly #parts: string[] = [];
  #at: number;

  constructor(
    readonly text: string,
    readonly block: Range,
    readonly quoted: boolean,
  ) {
    this.#at = block.start;
  }

  keepText(range: Range): void {
    let source = this.text.slice(range.start, range.end);
    if (source.includes('\\')) source = source.replace(/\\(?=[!-/:-@[-`{-~])/g, ' ');
    if (source.includes('&')) {
      for (const entity of entitiesIn(this.text.slice(range.start, range.end), range.start)) this.entities.push(entity);
      source = withoutEntities(source);
    }
    if (this.quoted) source = source.replace(/([\r\n])([ \t]*>[ \t>]*)/g, (_, nl: string, marks: string) => nl + ' '.repeat(marks.length));
    this.keep(range.start, source);
  }

  keepCode(range: Range): void {
    const source = this.text.slice(range.start, range.end);
    const ticks = /^`+/.exec(source)?.[0].length ?? 0;
    const inner = { start: range.start + ticks, end: range.end - ticks };
    this.code.push(inner);
    this.keep(inner.start, this.text.slice(inner.start, inner.end));
  }

  private keep(start: number, source: string): void {
    this.blankTo(start);
    this.#parts.push(source);
    this.#at = start + source.length;
  }

  /** Blanks everything but line breaks, which separate words and lines. */
  private blankTo(offset: number): void {
    if (offset > this.#at) this.#parts.push(this.text.slice(this.#at, offset).replace(/[^\r\n]/g, ' '));
  }

  toString(): string {
    this.blankTo(this.block.end);
    return this.#parts.join('');
  }
}

/** A fence without a language that holds sentences is a story someone pasted, not code. */
function looksLikeProse(code: string): boolean {
  const words = code.match(/[A-Za-z’']{2,}/g)?.length ?? 0;
  const marks = code.match(/[{}=;<>|$\\]|\(\)/g)?.length ?? 0;
  return words >= 12 && marks * 15 < words && /[a-z][.!?]["”]?(\s|$)/.test(code);
}
