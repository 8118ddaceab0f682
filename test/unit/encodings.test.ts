import { TextDocument } from 'vscode-languageserver-textdocument';
import { describe, expect, test } from 'vitest';
import { EncodedDocument } from '../../server/src/lsp/encodedDocument.js';
import { positionEncoding } from '../../server/src/lsp/positionEncoding.js';
import { LineIndex, type PositionEncoding } from '../../server/src/story/index.js';

const PIECES = ['a', 'word ', 'é', 'e\u0301', '漢字', '👩‍🚒', '😀', '🇩🇪', '\u2028', '\u00a0', '\uFEFF', '\ud83d', '\udc00', '\n', '\r\n', '\r', '\t', '. '];
const ENCODINGS: PositionEncoding[] = ['utf-8', 'utf-16', 'utf-32'];
/** How many units a piece of a line is, counted by somebody else. */
const LENGTHS: Record<PositionEncoding, (text: string) => number> = {
  'utf-8': (text) => Buffer.byteLength(text),
  'utf-16': (text) => text.length,
  'utf-32': (text) => [...text].length,
};

/** Numbers from 0 to below one, the same in every run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1103515245 + 12345) % 2 ** 31) / 2 ** 31;
}

function randomText(next: () => number, most: number): string {
  return Array.from({ length: Math.floor(next() * most) }, () => PIECES[Math.floor(next() * PIECES.length)]).join('');
}

/** The offsets between two characters. */
function boundaries(text: string): number[] {
  const lengths = [...text].map((character) => character.length);
  return lengths.reduce<number[]>((all, length) => [...all, all.at(-1)! + length], [0]);
}

/** Inside CRLF there is no place of its own. */
const isPlace = (text: string, offset: number) => !(text[offset - 1] === '\r' && text[offset] === '\n');

describe.each(ENCODINGS)('in %s', (encoding) => {
  const length = LENGTHS[encoding];

  test('every place in a text is a line and that many units, and is found again', () => {
    const next = numbers(7);
    for (let round = 0; round < 300; round++) {
      const text = randomText(next, 40);
      const lines = new LineIndex(text, encoding);
      for (const offset of boundaries(text).filter((each) => isPlace(text, each))) {
        const before = text.slice(0, offset).split(/\r\n|\r|\n/);
        const position = lines.positionAt(offset);
        expect(position).toEqual({ line: before.length - 1, character: length(before.at(-1)!) });
        expect(lines.offsetAt(position)).toBe(offset);
      }
    }
  });

  test('edits make the same text as in UTF-16', () => {
    const next = numbers(11);
    for (let round = 0; round < 300; round++) {
      const start = randomText(next, 30);
      const document = new EncodedDocument(TextDocument.create('file:///a.star.md', 'markdown', 1, start), encoding);
      let text = start;
      const changes = Array.from({ length: 3 }, () => {
        const places = boundaries(text).filter((each) => isPlace(text, each));
        const [from, to] = [next(), next()].map((share) => places[Math.floor(share * places.length)]!).sort((a, b) => a - b) as [number, number];
        const lines = new LineIndex(text, encoding);
        const change = { range: { start: lines.positionAt(from), end: lines.positionAt(to) }, text: randomText(next, 5) };
        text = text.slice(0, from) + change.text + text.slice(to);
        return change;
      });
      document.update(changes, 2);
      expect(document.getText()).toBe(text);
      expect(document.version).toBe(2);
      const whole = new LineIndex(text, encoding);
      for (const offset of boundaries(text).filter((each) => isPlace(text, each))) {
        expect(document.positionAt(offset)).toEqual(whole.positionAt(offset));
        expect(document.offsetAt(whole.positionAt(offset))).toBe(offset);
      }
    }
  });

  test('a place past the end of a line, before the text or inside a character is held to one that is there', () => {
    const text = 'a😀b\r\nc';
    const lines = new LineIndex(text, encoding);
    expect(lines.offsetAt({ line: 0, character: 99 })).toBe(4);
    expect(lines.offsetAt({ line: 9, character: 9 })).toBe(text.length);
    expect(lines.offsetAt({ line: -1, character: -1 })).toBe(0);
    if (encoding === 'utf-8') expect([2, 3, 4].map((character) => lines.offsetAt({ line: 0, character }))).toEqual([1, 1, 1]);
  });
});

describe('what to count in', () => {
  const chosen = (positionEncodings: unknown) => positionEncoding({ general: { positionEncodings: positionEncodings as string[] } });
  test('is what the client names first', () => {
    expect(chosen(['utf-8', 'utf-16'])).toBe('utf-8');
    expect(chosen(['utf-32', 'utf-8', 'utf-16'])).toBe('utf-32');
    expect(chosen(['utf-7', 'utf-16', 'utf-8'])).toBe('utf-16');
  });
  test('is UTF-16 for a client that names nothing known', () => {
    expect(positionEncoding(undefined)).toBe('utf-16');
    expect(positionEncoding({})).toBe('utf-16');
    for (const nonsense of [[], ['utf-7'], 'utf-8', null, [7, null]]) expect(chosen(nonsense)).toBe('utf-16');
  });
});
