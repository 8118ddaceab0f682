import type { Range } from './types.js';

/** A line of block YAML: where its list markers, its key and its value stand. Columns are counted in characters. */
export interface YamlLine extends Range {
  readonly blank: boolean;
  readonly indent: number;
  /** Columns of the list markers before the key or value. */
  readonly dashes: readonly number[];
  /** Where the key, or a value without one, begins. */
  readonly column: number;
  readonly key: string | undefined;
  /** The offset after the colon, or where a value without key begins. */
  readonly value: number;
}

const HEAD = /^([ \t]*)((?:-(?:[ \t]+|$))*)(?:([A-Za-z][\w-]*)[ \t]*:)?/;

/** The lines of a block of YAML, as far as they can be told apart without reading it whole. */
export function yamlLines(text: string, block: Range): YamlLine[] {
  const lines: YamlLine[] = [];
  const ending = /\r\n|\n|\r/g;
  ending.lastIndex = block.start;
  for (let start = block.start; ; ) {
    const found = ending.exec(text);
    const end = found && found.index <= block.end ? found.index : block.end;
    lines.push(lineOf(text.slice(start, end), start));
    if (!found || found.index + found[0].length > block.end) return lines;
    start = found.index + found[0].length;
  }
}

function lineOf(source: string, start: number): YamlLine {
  const [head, spaces = '', markers = '', key] = HEAD.exec(source)!;
  const indent = spaces.length;
  const dashes = [...markers.matchAll(/-/g)].map(({ index }) => indent + index);
  return {
    start,
    end: start + source.length,
    blank: source.trim() === '',
    indent,
    dashes,
    column: indent + markers.length,
    key,
    value: start + head.length,
  };
}

/** A text whose lines all end in a way that a YAML reader knows, every character in its place: to YAML, a lone CR ends no line. */
export function withYamlEndings(text: string): string {
  return text.replace(/\r(?!\n)/g, '\n');
}
