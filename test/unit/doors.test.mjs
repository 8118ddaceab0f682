import { describe, expect, test } from 'vitest';
import { cellsIn, cellsOf, plainTitle, slipsIn, word } from '../../scripts/lib/doors.mjs';
import { readPage, trackedPage } from '../../scripts/lib/doorsPage.mjs';

// Put together, so that this file names no cell itself.
const marked = (title, ...cells) => [title, ...cells.map((cell) => `@${cell}`)].join(' ');

describe('a test says which cells of the doors it proves', () => {
  test('at the end of its title, which people read without them', () => {
    const title = marked('a hover explains', 'neovim:hover', 'neovim:explain');
    expect(cellsIn(title)).toEqual(['neovim:hover', 'neovim:explain']);
    expect(plainTitle(title)).toBe('a hover explains');
  });

  test('a slip of the pen is none, and is named', () => {
    expect(cellsIn(marked('a', 'neovm:hover'))).toEqual([]);
    expect(slipsIn(marked('a', 'neovm:hover'))).toEqual([marked('', 'neovm:hover').trim()]);
    expect(slipsIn('an address such as @someone:example')).toEqual([]);
  });
});

test('a cell is proved by tests that passed, and by none that failed', () => {
  const cell = 'vscode:fix';
  const tried = (...statuses) => cellsOf([{ tried: statuses.map((status) => ({ cell, status })) }])[cell];
  expect(word(tried('passed', 'passed', 'skipped'))).toBe('yes (2)');
  expect(word(tried('passed', 'failed'))).toBe('failed');
  expect(word(tried('skipped'))).toBe('not tried here');
  expect(word(tried())).toBe('');
  expect(word(undefined, true)).toBe('not tried here');
});

test('the page is read as it was written', () => {
  const cells = new Set(['vscode:fix', 'library:questions', 'agents-mcp:bank']);
  expect(readPage(trackedPage(cells))).toEqual(cells);
  expect(readPage('')).toEqual(new Set());
});
