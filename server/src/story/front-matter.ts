import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node, type Pair } from 'yaml';
import { FOREIGN_KEYS, FRONT_MATTER_KEYS, RULE_LEVELS, STATUSES } from './frontMatterKeys.js';
import { metricsOf, placeOfNext } from './metrics.js';
import { nearest } from './nearest.js';
import { wholeCharacters } from './ranges.js';
import { withYamlEndings } from './yamlLines.js';
import type { FrontMatter, FrontMatterProblem, ListPlace, Located, Range, Rehearsal } from './types.js';

const KNOWN_KEYS = [...Object.keys(FRONT_MATTER_KEYS), ...FOREIGN_KEYS];
const KNOWN_STATUSES = Object.keys(STATUSES) as (keyof typeof STATUSES)[];
const KNOWN_LEVELS = Object.keys(RULE_LEVELS);

/** Reads front matter. Broken YAML is reported with its place and whatever could be read is kept. */
export function readFrontMatter(text: string, range: Range): FrontMatter {
  const start = text.indexOf('\n', range.start) < 0 ? afterLine(text, range.start) : Math.min(afterLine(text, range.start), range.end);
  const source = text.slice(start, Math.max(start, text.lastIndexOf('---', range.end)));
  return new FrontMatterReader(range, start, source).read();
}

function afterLine(text: string, offset: number): number {
  const match = /\r\n|\n|\r/g;
  match.lastIndex = offset;
  const found = match.exec(text);
  return found ? found.index + found[0].length : text.length;
}

class FrontMatterReader {
  readonly problems: FrontMatterProblem[] = [];
  readonly #document: Document;

  constructor(
    readonly range: Range,
    readonly offset: number,
    readonly source: string,
  ) {
    this.#document = parseDocument(withYamlEndings(source), { lineCounter: new LineCounter(), prettyErrors: false, uniqueKeys: false, logLevel: 'silent' });
  }

  read(): FrontMatter {
    for (const error of this.#document.errors.slice(0, 1)) {
      const [from, to] = error.pos;
      const { start, end } = wholeCharacters(this.source, { start: from, end: Math.max(to, from + 1) });
      this.#problem('invalid-front-matter', { start: this.offset + start, end: this.offset + end }, oneLine(error.message));
    }
    const root = this.#document.contents;
    if (root && !isMap(root) && this.problems.length === 0) {
      this.#problem('invalid-front-matter', this.#at(root), 'expected "key: value" lines');
    }
    const pairs = isMap(root) ? (root.items as Pair<Node, Node | null>[]) : [];
    for (const pair of pairs) this.#knownKey(pair.key);
    const value = (key: string): Node | null | undefined => pairs.find((pair) => isScalar(pair.key) && pair.key.value === key)?.value;
    const status = this.#strings(value('status'))[0];
    if (status && !KNOWN_STATUSES.includes(status.value as never)) this.#badValue(status, 'status', KNOWN_STATUSES);
    return {
      ...this.range,
      body: { start: this.offset, end: this.offset + this.source.length },
      entries: new Map(pairs.flatMap((pair) => this.#entry(pair))),
      star: isScalar(value('star')) && Boolean((value('star') as { value?: unknown }).value),
      title: this.#strings(value('title'))[0]?.value,
      shapes: this.#strings(value('shape')),
      signals: this.#strings(value('signals')),
      questions: this.#strings(value('questions')),
      profile: together(this.#strings(value('profile'))),
      status: KNOWN_STATUSES.find((known) => known === status?.value),
      rules: this.#rules(value('rules')),
      metrics: metricsOf(value('metrics'), this.offset),
      rehearsed: rehearsalsOf(value('rehearsed')),
      metricsPlace: this.#placeIn('metrics'),
      rehearsedPlace: this.#placeIn('rehearsed'),
      aliases: aliasesOf(value('aliases')),
      problems: this.problems,
    };
  }

  #placeIn(list: string): ListPlace | undefined {
    const broken = this.problems.some(({ code }) => code === 'invalid-front-matter');
    return broken ? undefined : placeOfNext(this.#document.contents, this.source, this.offset, list);
  }

  #problem(code: FrontMatterProblem['code'], range: Range, message: string, suggestion?: string): void {
    this.problems.push({ code, message, suggestion, start: Math.min(range.start, this.range.end), end: Math.min(range.end, this.range.end) });
  }

  #badValue(located: Located<string>, key: string, allowed: readonly string[]): void {
    this.#problem('invalid-front-matter-value', located, `"${located.value}" is no ${key}; use ${allowed.join(', ')}`, nearest(located.value, allowed));
  }

  #knownKey(key: Node): void {
    if (!isScalar(key) || typeof key.value !== 'string' || KNOWN_KEYS.includes(key.value)) return;
    const suggestion = nearest(key.value, KNOWN_KEYS);
    if (suggestion) this.#problem('unknown-front-matter-key', this.#at(key), key.value, suggestion);
  }

  #entry({ key, value }: Pair<Node, Node | null>): [string, Range][] {
    if (!isScalar(key)) return [];
    const name = this.#at(key);
    const [start, end] = value?.range ?? [0, 0];
    const text = this.source.slice(start, end).trimEnd();
    // Behind "key:" the empty value stands somewhere in the white space that follows.
    const colon = name.end + (/^\s*:/.exec(this.source.slice(name.end - this.offset))?.[0].length ?? 0);
    return [[String(key.value), text === '' ? { start: colon, end: colon } : { start: this.offset + start, end: this.offset + start + text.length }]];
  }

  #at(node: Node): Range {
    const [start, end] = node.range ?? [0, 0];
    return { start: this.offset + start, end: this.offset + end };
  }

  /** A scalar or a list of scalars, as strings. */
  #strings(node: Node | null | undefined): Located<string>[] {
    if (isSeq(node)) return node.items.flatMap((item) => this.#strings(item as Node));
    if (!isScalar(node) || node.value === null || node.value === '') return [];
    return [{ value: String(node.value), ...this.#at(node) }];
  }

  #rules(node: Node | null | undefined): Map<string, Located<string>> {
    const rules = new Map<string, Located<string>>();
    if (!isMap(node)) return rules;
    for (const pair of node.items as Pair<Node, Node | null>[]) {
      if (!isScalar(pair.key)) continue;
      const written = isScalar(pair.value) ? pair.value.value : undefined;
      const level = written === false ? 'off' : String(written);
      // A level that is still being typed is no mistake yet.
      if (isScalar(pair.value) && written !== null && !KNOWN_LEVELS.includes(level)) this.#badValue({ value: level, ...this.#at(pair.value) }, 'level', KNOWN_LEVELS);
      rules.set(String(pair.key.value), { value: level, ...this.#at(pair.key) });
    }
    return rules;
  }
}

/** A profile and what is laid over it: `[star-l, esl]` is `star-l+esl`. */
function together(parts: readonly Located<string>[]): Located<string> | undefined {
  const [first] = parts;
  return first && { value: parts.map(({ value }) => value).join('+'), start: first.start, end: parts.at(-1)!.end };
}

function aliasesOf(node: Node | null | undefined): Map<string, string> {
  const pairs = isMap(node) ? (node.items as Pair<Node, Node | null>[]) : [];
  return new Map(pairs.flatMap(({ key, value }) => (isScalar(key) && isScalar(value) && value.value ? [[String(key.value), String(value.value)]] : [])));
}

function rehearsalsOf(node: Node | null | undefined): Rehearsal[] {
  const entries = isSeq(node) ? node.items.filter((item) => isMap(item)) : isMap(node) ? [node] : [];
  return entries.flatMap((entry) => {
    const [date, seconds] = [entry.get('date'), entry.get('seconds')];
    return date === undefined || date === null ? [] : [{ date: String(date), seconds: typeof seconds === 'number' ? seconds : undefined }];
  });
}

function oneLine(message: string): string {
  return message.split('\n')[0]!.replace(/\.$/, '');
}
