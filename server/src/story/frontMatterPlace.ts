import { FlowReader, seenAfter, unquoted } from './flow.js';
import type { Range, Story } from './types.js';
import { yamlLines, type YamlLine } from './yamlLines.js';

/** What an offset in the front matter stands for. */
export interface FrontMatterPlace {
  readonly kind: 'key' | 'value';
  /** The keys that lead there: none for a key of the front matter itself, `shape` for its value, `metrics` for a key of a metric. */
  readonly path: readonly string[];
  /** It is an entry of a list, or a key of one. */
  readonly listed: boolean;
  /** The whole word at the offset, without quotation marks; empty where none is begun. */
  readonly word: Range;
  readonly quote: '"' | "'" | '';
  /** No space parts the word from the colon, comma or hyphen before it. */
  readonly glued: boolean;
  /** A colon follows the key already. */
  readonly colon: boolean;
  /** The keys or entries that stand beside it. */
  readonly beside: readonly string[];
}

const FENCE = /^\uFEFF?---[ \t]*(?:\r\n|\n|\r)/;
const YAML_LINE = /^(?:[ \t]+\S.*|-[ \t]+\S.*|[A-Za-z][\w-]*[ \t]*:.*)$/;

/** The lines between the fences of the front matter; up to an offset where the closing fence is not written yet. */
export function frontMatterBlock({ text, frontMatter }: Story, offset: number): Range | undefined {
  const fence = FENCE.exec(text);
  if (!fence) return undefined;
  const start = fence[0].length;
  if (frontMatter) {
    const end = text.lastIndexOf('---', frontMatter.end);
    return start <= offset && offset < end ? { start, end: end - 1 } : undefined;
  }
  if (offset < start) return undefined;
  const lines = text.slice(start, offset).split(/\r\n|\n|\r/);
  const rest = /^[^\r\n]*/.exec(text.slice(offset))![0].length;
  return lines.slice(0, -1).every((line) => YAML_LINE.test(line)) && !/^#/.test(lines.at(-1)!) ? { start, end: offset + rest } : undefined;
}

/**
 * What stands at an offset of the front matter; undefined outside it and in comments. Goes by lines and brackets alone,
 * so that YAML which is still being typed is no obstacle.
 */
export function frontMatterPlace(story: Story, offset: number): FrontMatterPlace | undefined {
  const block = frontMatterBlock(story, offset);
  return block && new PlaceReader(story.text, yamlLines(story.text, block), offset).read();
}

/** A key or a list marker that a line further in belongs to. */
interface Parent {
  readonly column: number;
  /** Undefined for a list marker. */
  readonly key: string | undefined;
  /** Its value stands on the line itself. */
  readonly full: boolean;
}

class PlaceReader {
  readonly #parents: Parent[] = [];
  readonly #flow: FlowReader;

  constructor(
    readonly text: string,
    readonly lines: readonly YamlLine[],
    readonly offset: number,
  ) {
    this.#flow = new FlowReader(text);
  }

  read(): FrontMatterPlace | undefined {
    for (const [index, line] of this.lines.entries()) {
      const here = this.offset <= line.end;
      // A key in the first column begins anew, whatever was left open above it.
      if (this.#flow.brackets.length === 0 || (line.column === 0 && line.key !== undefined)) this.#flow.reset();
      if (this.#flow.brackets.length > 0) {
        if (here) return this.#inValue(line.start, index);
        this.#flow.read(line.start, line.end);
      } else if (here) return this.#onLine(line, index);
      else if (!line.blank) {
        this.#enter(line);
        this.#flow.read(line.value, line.end);
      }
    }
    return undefined;
  }

  /** Makes a line the innermost parent. */
  #enter(line: YamlLine): void {
    this.#enterList(line);
    if (line.key === undefined) return;
    this.#leave(line.column, true);
    const value = this.text.slice(line.value, line.end);
    this.#parents.push({ column: line.column, key: line.key, full: /^\s*[^\s#]/.test(value) });
  }

  #enterList({ dashes }: YamlLine): void {
    for (const column of dashes) {
      this.#leave(column, false);
      this.#parents.push({ column, key: undefined, full: false });
    }
  }

  /** A list may begin in the column of the key it belongs to. */
  #leave(column: number, forKey: boolean): void {
    const isInside = (parent: Parent): boolean => parent.column > column || (parent.column === column && (forKey || parent.key === undefined));
    while (this.#parents.length > 0 && isInside(this.#parents.at(-1)!)) this.#parents.pop();
  }

  #onLine(line: YamlLine, index: number): FrontMatterPlace | undefined {
    const column = line.blank ? this.offset - line.start : line.column;
    const from = line.start + column;
    if (this.offset < from) return undefined;
    if (line.key !== undefined && this.offset >= line.value) {
      this.#enter(line);
      return this.#inValue(line.value, index);
    }
    this.#enterList(line);
    // What has a value already has no list below it: the hyphen is something else, as of a closing fence.
    const owner = this.#parents.filter(({ key }) => key !== undefined).at(-1);
    if (line.dashes.length > 0 && owner?.full) return undefined;
    if (line.dashes.length > 0 && line.key === undefined) return this.#inValue(from, index);
    this.#leave(column, true);
    const word = { start: from, end: from + /^[\w-]*/.exec(this.text.slice(from, line.end))![0].length };
    if (this.offset > word.end) return undefined;
    return { ...this.#place('key', word, this.#besideKeys(index, column)), colon: line.key !== undefined };
  }

  #inValue(from: number, index: number): FrontMatterPlace | undefined {
    const { end } = this.lines[index]!;
    this.#flow.read(from, this.offset);
    const { start, quote, inComment, ended, brackets } = this.#flow;
    if (inComment || ended) return undefined;
    const rest = this.text.slice(this.offset, end);
    const stop = quote !== '' ? quote : brackets.length > 0 ? /(?<!\s)\s*(?:[,[\]{}:]|\s#|$)/ : /(?<!\s)\s*(?:\s#|$)/;
    // What a cursor stands before may be anything, as the story's heading; only one name is taken for the value to replace.
    const length = start === undefined && !/^[\w+-]+\s*(?:[,\]}'"]|\s#|$)/.test(rest) ? 0 : typeof stop === 'string' ? rest.indexOf(stop) : rest.search(stop);
    const word = { start: start ?? this.offset, end: this.offset + (length < 0 ? rest.length : length) };
    const top = brackets.at(-1);
    if (!top) return this.#place('value', word, this.#besideEntries(index));
    const after = seenAfter(top.open, this.text.slice(word.end, end).replace(/^["']?\s*:?/, ''));
    const isKey = top.open === '{' && top.key === undefined;
    return { ...this.#place(isKey ? 'key' : 'value', word, [...top.seen, ...after]), colon: /^["']?\s*:/.test(this.text.slice(word.end, end)) };
  }

  #place(kind: FrontMatterPlace['kind'], word: Range, beside: readonly string[]): FrontMatterPlace {
    const { brackets, quote } = this.#flow;
    const map = brackets.at(-1)?.open === '{' ? brackets.at(-2) : brackets.at(-1);
    return {
      kind,
      path: [...this.#parents, ...brackets].flatMap(({ key }) => key ?? []),
      listed: map ? map.open === '[' : this.#parents.at(-1)?.key === undefined && this.#parents.length > 0,
      word,
      quote,
      glued: quote === '' && /[:,-]/.test(this.text[word.start - 1] ?? ''),
      colon: false,
      beside,
    };
  }

  /** The other keys of the map that a line belongs to. */
  #besideKeys(index: number, column: number): string[] {
    const keys: string[] = [];
    const outside = (line: YamlLine): boolean => !line.blank && line.column < column;
    for (let at = index - 1; this.lines[at + 1]!.dashes.length === 0 && at >= 0 && !outside(this.lines[at]!); at--) keys.push(...this.#keyAt(at, column));
    for (let at = index + 1; at < this.lines.length && !outside(this.lines[at]!) && !this.lines[at]!.dashes.some((dash) => dash < column); at++) keys.push(...this.#keyAt(at, column));
    return keys;
  }

  #keyAt(at: number, column: number): string[] {
    const line = this.lines[at]!;
    return line.key !== undefined && line.column === column ? [line.key] : [];
  }

  /** The other entries of the list that a line belongs to. */
  #besideEntries(index: number): string[] {
    const [dash] = this.lines[index]!.dashes;
    if (dash === undefined) return [];
    const entry = (at: number): string => unquoted(this.text.slice(this.lines[at]!.value, this.lines[at]!.end));
    const inList = (at: number): boolean => this.lines[at]?.dashes[0] === dash;
    const entries: string[] = [];
    for (let at = index - 1; inList(at); at--) entries.push(entry(at));
    for (let at = index + 1; inList(at); at++) entries.push(entry(at));
    return entries;
  }
}
