// Somebody who writes in one story for hours: words, slips, deletions, pastes, undo. The text, and the changes as an editor sends them.
const WORDS = 'I we it the queue was slow because nobody had looked at its index, so measured 40% [figure] fewer failures after that. \n and chose `cache` over two replicas **Situation:** then load test TODO 🙂 “quoted” é, https://wiki.corp.example/x ops@corp.example'.split(' ');
const PASTED = [
  'The root cause was a stale cache that nobody had bounded. ', '\n\n## Result\n\nFailures went from 40 a week to 3.\n\n', '\n- I compared the traces first.\n- Then I moved the job.\n', '\n<!-- star-disable-next-line -->\n', '\n```\nselect 1\n```\n',
  'We had a load test, and I ran it again. ', '\n### Diagnosis\n\nI saw calls holding every thread.\n\n', '\r\n', '\n\n## Framing: for a bank\n\n## Result\n\nNobody was paged again.\n\n',
];
/** A story is cut down to what it was at first when it has become so many times as long. */
const LONGEST = 1.5;
const UNDONE = 30;

/** Types in a text that it keeps itself. `random(n)` is a whole number below `n`. */
export class Writer {
  #first;
  #random;
  #cursor;
  #before = [];
  text;

  constructor(text, random) {
    this.#first = text;
    this.#random = random;
    this.text = text;
    this.#cursor = random(text.length);
  }

  /** Some changes in a row, each as an LSP content change: a word key by key, mostly. */
  burst() {
    if (this.text.length > this.#first.length * LONGEST) return [this.#replaced(0, this.text.length, this.#first)];
    const what = this.#random(20);
    if (what < 13) return [...this.#word(), ...(this.#random(4) === 0 ? this.#slip() : [])];
    if (what < 15) this.#cursor = this.#random(this.text.length + 1);
    if (what < 17) return [this.#replaced(this.#cursor, this.#cursor, this.#one(PASTED))];
    if (what < 19) return [this.#replaced(this.#cursor, Math.min(this.text.length, this.#cursor + 1 + this.#random(120)), '')];
    return this.#undo();
  }

  #word() {
    const word = `${this.#one(WORDS)} `;
    return [...word].map((key) => this.#replaced(this.#cursor, this.#cursor, key));
  }

  #slip() {
    const back = Math.min(1 + this.#random(4), this.#cursor);
    return Array.from({ length: back }, () => this.#replaced(this.#cursor - 1, this.#cursor, ''));
  }

  /** The text as it was some changes ago, sent as a whole, as some editors do. */
  #undo() {
    const text = this.#before[this.#random(this.#before.length)] ?? this.#first;
    this.text = text;
    this.#cursor = Math.min(this.#cursor, text.length);
    return [{ text }];
  }

  #replaced(start, end, text) {
    const range = { start: positionAt(this.text, start), end: positionAt(this.text, end) };
    if (this.#random(UNDONE) === 0) this.#before = [this.text, ...this.#before].slice(0, 5);
    // What the server makes of it: half of a character or of a line ending cannot be pointed at, but can be left behind.
    this.text = this.text.slice(0, offsetAt(this.text, range.start)) + text + this.text.slice(offsetAt(this.text, range.end));
    this.#cursor = Math.min(this.text.length, offsetAt(this.text, range.start) + text.length);
    return { range, text };
  }

  #one(list) {
    return list[this.#random(list.length)];
  }
}

const BREAK = /\r\n|\r|\n/g;

function positionAt(text, offset) {
  let [line, start] = [0, 0];
  for (const { 0: ending, index } of text.matchAll(BREAK)) {
    if (index + ending.length > offset) return { line, character: Math.min(offset, index) - start };
    line++;
    start = index + ending.length;
  }
  return { line, character: offset - start };
}

function offsetAt(text, { line, character }) {
  let [at, start] = [0, 0];
  for (const { 0: ending, index } of text.matchAll(BREAK)) {
    if (at === line) return Math.min(start + character, index);
    at++;
    start = index + ending.length;
  }
  return Math.min(start + character, text.length);
}
