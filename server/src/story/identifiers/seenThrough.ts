/** A text as it looks, and where each of its characters stands in the text it was made from. */
export interface Seen {
  readonly seen: string;
  /** The offset of the character that a character of `seen` comes from. */
  readonly at: (offset: number) => number;
}

/** Soft hyphens, joiners, direction marks, variation selectors: characters that nobody sees. */
export const UNSEEN = /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\u{e0000}-\u{e007f}]/u;

const RUNS_UNSEEN = new RegExp(`${UNSEEN.source}+`, 'gu');

/** A text without the characters that nobody sees. */
export function seenThrough(text: string): Seen {
  if (!UNSEEN.test(text)) return { seen: text, at: (offset) => offset };
  const starts: number[] = [];
  let seen = '';
  let from = 0;
  const keep = (to: number): void => {
    for (let at = from; at < to; at++) starts.push(at);
    seen += text.slice(from, to);
  };
  for (const { 0: unseen, index } of text.matchAll(RUNS_UNSEEN)) {
    keep(index);
    from = index + unseen.length;
  }
  keep(text.length);
  return { seen, at: (offset) => starts[offset] ?? text.length };
}

/** Letters that are another one with a mark, and yet no composition of the two. */
const MARKED: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ħ: 'h', ı: 'i' };
const MARKS = /[\u0300-\u036f]/g;
const MARKED_LETTERS = /[łøđħı]/g;

/** A character or a name without regard to capitals, accents, widths and ligatures. */
export function fold(name: string): string {
  // Letter by letter, so that a sigma at the end of a word is the same as any other.
  const small = [...name.normalize('NFKD').toUpperCase()].map((letter) => letter.toLowerCase()).join('').normalize('NFKD');
  return small.replace(MARKS, '').replace(MARKED_LETTERS, (letter) => MARKED[letter]!);
}
