/** A list or map in brackets that is still open where the reading stopped. */
export interface Bracket {
  readonly open: '[' | '{';
  /** In a map, the key whose value comes next. */
  key: string | undefined;
  /** The entries, or in a map the keys, that came before. */
  readonly seen: string[];
}

/** Reads the value of a YAML line character by character, so that it can stop anywhere. */
export class FlowReader {
  readonly brackets: Bracket[] = [];
  /** Where the word that is being read begins; undefined before its first character. */
  start: number | undefined;
  quote: '"' | "'" | '' = '';
  inComment = false;
  /** The value is complete: its bracket or quotation mark is closed. */
  ended = false;

  constructor(readonly text: string) {}

  /** Reads on, from the start of a value or of a line that continues one. */
  read(from: number, to: number): void {
    this.start = undefined;
    this.inComment = false;
    this.ended = false;
    for (let at = from; at < to && !this.inComment; at++) this.#next(at);
  }

  /** Forgets what was left open. */
  reset(): void {
    this.brackets.length = 0;
    this.quote = '';
  }

  #next(at: number): void {
    const character = this.text[at]!;
    if (this.quote !== '') {
      if (character === this.quote && this.text[at - 1] !== '\\') [this.quote, this.ended] = ['', true];
      return;
    }
    if (/\s/.test(character)) return;
    const top = this.brackets.at(-1);
    if (character === '#' && /\s/.test(this.text[at - 1] ?? ' ')) this.inComment = true;
    else if (this.start === undefined && (character === '[' || character === '{')) this.brackets.push({ open: character, key: undefined, seen: [] });
    else if (this.start === undefined && (character === '"' || character === "'")) [this.quote, this.start] = [character, at + 1];
    else if (top && (character === ']' || character === '}')) this.#close();
    else if (top && character === ',') this.#entry(top, at);
    else if (top?.open === '{' && top.key === undefined && character === ':') this.#key(top, at);
    else this.start ??= at;
  }

  #entry(top: Bracket, at: number): void {
    if (top.open === '[' && this.start !== undefined) top.seen.push(unquoted(this.text.slice(this.start, at)));
    top.key = undefined;
    this.#begin();
  }

  #key(top: Bracket, at: number): void {
    top.key = unquoted(this.text.slice(this.start ?? at, at));
    top.seen.push(top.key);
    this.#begin();
  }

  #begin(): void {
    this.start = undefined;
    this.ended = false;
  }

  #close(): void {
    this.brackets.pop();
    this.start = undefined;
    this.ended = true;
  }
}

/** What is left of an open list or map after a place in it: its entries, or its keys. */
export function seenAfter(open: Bracket['open'], rest: string): string[] {
  const inside = rest.split(open === '[' ? ']' : '}')[0]!;
  if (open === '{') return inside.split(',').filter((pair) => pair.includes(':')).map((pair) => unquoted(pair.slice(0, pair.indexOf(':')))).filter(Boolean);
  return inside.split(',').map(unquoted).filter(Boolean);
}

/** A word without white space and quotation marks around it. */
export function unquoted(word: string): string {
  return word.trim().replace(/^["']|["']$/g, '');
}
