import type { Block } from './block.js';
import type { Range } from './types.js';

const LINE = /([^\r\n]*)(\r\n|\n|\r|$)/y;
const HEADING = /^(#{1,6}) +(?=[\p{L}\p{N}"“(])[^\r\n]*[^\s#]$/u;
const ITEM = /^(?:-|\d{1,9}[.)]) (?=[^ ])/;
/** What a paragraph's line can begin with and be nothing else. */
const WORDS = /^(?:[\p{L}"“‘'($€£≈[]|~(?!~)|\*\*[\p{L}\p{N}]|`[^`])/u;
const NUMBER = /^\d+(?![\d.)])/;

/** Marks that are markup or could be: each is looked at where it stands. */
const MARK = /`+|\*+|_|<|&|\\|!\[|\]\(/g;
const LETTER = /[\p{L}\p{N}]/u;

/**
 * Reads a passage that is only headings of one line, paragraphs and short lists, as most of a story is, exactly as the Markdown parser
 * would; undefined for any other. Offsets are into the passage.
 */
export function readPlainPassage(source: string): Block[] | undefined {
  const blocks: Block[] = [];
  let paragraph: Range | undefined;
  let listed = false;
  const close = (): boolean => {
    const block = paragraph && paragraphOf(source, paragraph, listed);
    if (block) blocks.push(block);
    const whole = paragraph === undefined || block !== undefined;
    paragraph = undefined;
    return whole;
  };
  LINE.lastIndex = 0;
  while (LINE.lastIndex < source.length) {
    const start = LINE.lastIndex;
    const line = LINE.exec(source)![1]!;
    const end = start + line.length;
    const item = ITEM.exec(line);
    if (line === '' || item || line.startsWith('#')) {
      // A number in the middle of a paragraph begins a list only when it is 1; and a line after an item goes on with it.
      if (item && paragraph && !listed && line[0] !== '-') return undefined;
      if (!close()) return undefined;
      if (line === '') listed = false;
      else if (item) {
        if (!isWords(line.slice(item[0].length))) return undefined;
        paragraph = { start: start + item[0].length, end };
        listed = true;
      } else {
        const heading = headingOf(source, { start, end });
        if (!heading) return undefined;
        blocks.push(heading);
        listed = false;
      }
    } else if (!isWords(line) || (paragraph && listed)) return undefined;
    else paragraph = { start: paragraph?.start ?? start, end };
  }
  return close() ? blocks : undefined;
}

function isWords(line: string): boolean {
  return (WORDS.test(line) || NUMBER.test(line)) && !/\s$/.test(line) && !line.includes('\t');
}

function headingOf(source: string, range: Range): Block | undefined {
  const line = source.slice(range.start, range.end);
  const heading = HEADING.exec(line);
  if (!heading || line.includes('\t')) return undefined;
  return block(source, range, { kind: 'heading', depth: heading[1]!.length, bullet: false }, heading[1]!.length);
}

function paragraphOf(source: string, range: Range, bullet: boolean): Block | undefined {
  return block(source, range, { kind: 'paragraph', depth: 0, bullet }, 0);
}

/** A block with its inline markup read; undefined where that takes the parser. `skip` units at its beginning are no prose. */
function block(source: string, range: Range, what: Pick<Block, 'kind' | 'depth' | 'bullet'>, skip: number): Block | undefined {
  const text = source.slice(range.start, range.end);
  const inline = new Inline(text);
  if (!inline.read()) return undefined;
  const at = ({ start, end }: Range): Range => ({ start: start + range.start, end: end + range.start });
  const prose = skip === 0 ? inline.prose() : ' '.repeat(skip) + inline.prose().slice(skip);
  return { ...what, ...range, prose, strong: inline.strong.map(at), code: inline.code.map(at) };
}

/** Simple inline markup: code between single back-ticks and bold words, each on one line. */
class Inline {
  readonly strong: Range[] = [];
  readonly code: Range[] = [];
  readonly #marks: Range[] = [];

  constructor(readonly text: string) {}

  /** False when there is anything else that could be markup. */
  read(): boolean {
    MARK.lastIndex = 0;
    for (let mark = MARK.exec(this.text); mark; mark = MARK.exec(this.text)) {
      const [written] = mark;
      const after = this.text[mark.index + written.length] ?? '\n';
      if (written === '`') {
        if (!this.#code(mark.index)) return false;
      } else if (written === '**') {
        if (!this.#bold(mark.index)) return false;
      } else if (written === '_') {
        if (!LETTER.test(this.text[mark.index - 1] ?? ' ') || !LETTER.test(after)) return false;
      } else if (written === '<') {
        if (/[A-Za-z/!?]/.test(after)) return false;
      } else if (written !== '&' || /[A-Za-z#]/.test(after)) return false;
    }
    return true;
  }

  #code(at: number): boolean {
    const end = this.text.indexOf('`', at + 1);
    if (end < 0 || end === at + 1 || this.text[end + 1] === '`' || /[\r\n]/.test(this.text.slice(at, end))) return false;
    this.code.push({ start: at + 1, end });
    this.#marks.push({ start: at, end: at + 1 }, { start: end, end: end + 1 });
    MARK.lastIndex = end + 1;
    return true;
  }

  #bold(at: number): boolean {
    const bold = /^\*\*[\p{L}\p{N}][^*_`<&\\[\]\r\n]*\*\*(?=[\s.,:;)?—–-]|$)/u.exec(this.text.slice(at));
    if (!bold || !/^$|[\s("“]/.test(this.text[at - 1] ?? '')) return false;
    const end = at + bold[0].length;
    if (/\s/.test(this.text[end - 3]!)) return false;
    this.strong.push({ start: at, end });
    this.#marks.push({ start: at, end: at + 2 }, { start: end - 2, end });
    MARK.lastIndex = end;
    return true;
  }

  /** The text with its markup blanked. */
  prose(): string {
    if (this.#marks.length === 0) return this.text;
    let prose = '';
    let from = 0;
    for (const { start, end } of this.#marks) {
      prose += this.text.slice(from, start) + ' '.repeat(end - start);
      from = end;
    }
    return prose + this.text.slice(from);
  }
}
