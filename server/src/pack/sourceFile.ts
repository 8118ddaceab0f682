import { isNode, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import { wholeCharacters } from '../story/ranges.js';
import { repeatedKey } from '../story/yamlKeys.js';
import { withYamlEndings } from '../story/yamlLines.js';
import type { PackFile, PackProblem } from './types.js';

export type KeyPath = readonly (string | number)[];

/** YAML that repeats itself through aliases is refused beyond this. */
const MOST_ALIASES = 100;

/** Whoever mends a file reads no more at once. */
const MOST_PROBLEMS = 50;

/** What YAML says of a text with a colon or a brace that should have been quoted. */
const UNQUOTED = ['UNEXPECTED_TOKEN', 'BLOCK_AS_IMPLICIT_KEY', 'MULTILINE_IMPLICIT_KEY', 'BAD_SCALAR_START'];

/** A YAML file of a rubric: its value, and where each part of it stands. */
export class SourceFile {
  readonly path: string;
  /** The file as plain data; undefined when it cannot be read. */
  readonly value: unknown;
  readonly problems: readonly PackProblem[];
  readonly #document: Document;
  readonly #text: string;

  constructor({ path, text }: PackFile) {
    this.path = path;
    this.#text = text;
    this.#document = parseDocument(withYamlEndings(text), { lineCounter: new LineCounter(), prettyErrors: false, uniqueKeys: false, logLevel: 'silent' });
    const problems = this.#document.errors.slice(0, MOST_PROBLEMS).map(({ code, message, pos }): PackProblem => this.#problem(pos[0], pos[1], `This is not valid YAML: ${firstLine(message)}.${UNQUOTED.includes(code) ? ' Put quotation marks around the text.' : ''}`));
    const twice = problems.length === 0 ? repeatedKey(this.#document) : undefined;
    if (twice) problems.push(this.#problem(twice.start, twice.end, 'This key is there twice in the same map. Write it once.'));
    this.value = problems.length === 0 ? this.#plain(problems) : undefined;
    this.problems = problems;
  }

  /** A problem with the value under some keys, or with the innermost part of the way there that exists. */
  problemAt(keys: KeyPath, message: string): PackProblem {
    for (let depth = keys.length; depth > 0; depth--) {
      const node = this.#document.getIn(keys.slice(0, depth), true);
      if (isNode(node) && node.range) return this.#problem(node.range[0], node.range[1], message);
    }
    return this.#problem(0, 1, message);
  }

  /** A problem at a place inside a scalar, counted in characters of its value. */
  problemWithin(keys: KeyPath, column: number, message: string): PackProblem {
    const node = this.#document.getIn(keys, true);
    if (!isScalar(node) || !node.range) return this.problemAt(keys, message);
    const quoted = node.type === 'QUOTE_SINGLE' || node.type === 'QUOTE_DOUBLE' ? 1 : 0;
    const start = Math.min(node.range[0] + quoted + column, Math.max(node.range[0], node.range[1] - 1));
    return this.#problem(start, Math.max(start + 1, node.range[1] - quoted), message);
  }

  /** A problem with a key itself. */
  problemAtKey(keys: KeyPath, key: string, message: string): PackProblem {
    const map = keys.length === 0 ? this.#document.contents : this.#document.getIn(keys, true);
    const pair = (map as { items?: { key?: { value?: unknown; range?: [number, number, number] } }[] } | null)?.items?.find((item) => item.key?.value === key);
    return pair?.key?.range ? this.#problem(pair.key.range[0], pair.key.range[1], message) : this.problemAt(keys, message);
  }

  #plain(problems: PackProblem[]): unknown {
    try {
      return this.#document.toJS({ maxAliasCount: MOST_ALIASES }) as unknown;
    } catch (error) {
      problems.push(this.#problem(0, 1, `This cannot be read: ${firstLine((error as Error).message)}.`));
      return undefined;
    }
  }

  #problem(start: number, end: number, message: string): PackProblem {
    const from = Math.max(0, start);
    return { path: this.path, ...wholeCharacters(this.#text, { start: from, end: Math.max(end, from + 1) }), message };
  }
}

function firstLine(message: string): string {
  return message.split('\n')[0]!.replace(/[.:]?$/, '');
}
