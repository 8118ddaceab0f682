import type { Range } from './types.js';

/** Where a block of HTML that runs over blank lines ends, by how it begins (CommonMark's kinds 1 to 5). */
const RUNNING_HTML: readonly (readonly [RegExp, RegExp])[] = [
  [/^<(?:script|pre|style|textarea)(?=[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^<!--/, /-->/],
  [/^<\?/, /\?>/],
  [/^<!\[CDATA\[/, /\]\]>/],
  [/^<![a-z]/i, />/],
];

const FENCE = /^(?:(`{3,})([^\r\n]*)|(~{3,})[^\r\n]*)/;
/** After indented code, the parser takes not every mark of a list for one. */
const AT_MARGIN = /^(?![-*+\d>])[^ \t]/;
/** At the margin it ends whatever text, list or quote is above it, as the line under a heading or as a rule. */
const RULE = /^-{3,}[ \t]*$/;
const LINE = /([^\r\n]*)(?:\r\n|\n|\r|$)/y;

/**
 * Divides Markdown, from an offset where a block can begin, into stretches that read the same one by one as together: each begins after a
 * blank line, or a line of dashes, with a line that is not indented, and so ends every list and quote before it. What may still be open there, a fence or some
 * kinds of HTML, is never divided; nor is anything after a line of which that is not sure. Link definitions, which are for a whole text,
 * are the caller's to look for. How a text is divided from the beginning of a stretch on depends on nothing before it.
 */
export function* passagesIn(text: string, from: number): Generator<Range> {
  const reader = new PassageReader();
  let start = from;
  for (let next = from; next < text.length; ) {
    const at = next;
    LINE.lastIndex = at;
    const line = LINE.exec(text)![1]!;
    next = LINE.lastIndex;
    if (reader.beginsAnew(line) && at > start) {
      yield { start, end: at };
      start = at;
    }
    if (!reader.read(line)) break;
  }
  if (start < text.length) yield { start, end: text.length };
}

/** Follows, line by line, whether a blank line or one of dashes ends everything. */
class PassageReader {
  #afterEnd = false;
  #first = true;
  /** The last line with anything in it was indented. */
  #indented = false;
  /** A line of this passage began with a tag: what follows may be HTML, whatever it looks like. */
  #tagged = false;
  /** What ends the fence or the HTML that is open. */
  #closing: RegExp | undefined;

  /** True when nothing before a line has to do with it. */
  beginsAnew(line: string): boolean {
    return this.#afterEnd && this.#closing === undefined && (this.#indented ? AT_MARGIN : /^[^ \t]/).test(line);
  }

  /** Reads a line; false when it can no longer be told what is open after it. */
  read(line: string): boolean {
    if (this.beginsAnew(line)) [this.#first, this.#tagged] = [true, false];
    const first = this.#first;
    const blank = /^[ \t]*$/.test(line);
    this.#afterEnd = blank || (RULE.test(line) && !this.#tagged);
    if (!blank) [this.#first, this.#indented] = [false, /^[ \t]/.test(line)];
    if (this.#closing) {
      if (this.#closing.test(line)) this.#closing = undefined;
      return true;
    }
    const indent = /^ */.exec(line)![0].length;
    if (indent > 3) return true;
    const written = line.slice(indent);
    const fence = FENCE.exec(written);
    if (fence && !fence[2]?.includes('`')) return this.#open(closingOf(fence), indent === 0 && !this.#tagged);
    return written.startsWith('<') ? this.#tag(written, indent === 0 && first) : true;
  }

  #tag(written: string, sure: boolean): boolean {
    const [begin, end] = RUNNING_HTML.find(([opening]) => opening.test(written)) ?? [];
    if (!begin || !end) {
      this.#tagged = true;
      return true;
    }
    return end.test(written.slice(2)) || this.#open(end, sure);
  }

  #open(closing: RegExp, sure: boolean): boolean {
    this.#closing = closing;
    return sure;
  }
}

function closingOf(fence: RegExpExecArray): RegExp {
  const run = fence[1] ?? fence[3]!;
  return new RegExp(`^ {0,3}${run[0]}{${run.length},}[ \\t]*$`);
}
