import { afterEach, expect, test, vi } from 'vitest';
import { outcome, report } from '../../scripts/lib/tally.mjs';

afterEach(() => vi.restoreAllMocks());

function told(outcomes, expected) {
  const lines = [];
  vi.spyOn(console, 'log').mockImplementation((line = '') => lines.push(line));
  return { well: report(outcomes, expected), lines };
}

const second = (name) => ({ name: `editor: ${name}`, why: 'the menu did not come' });

test('the last line counts the tests of all suites', () => {
  const { well, lines } = told([outcome({ passed: 3 }), outcome({ passed: 2, failed: ['lsp: a hover'] })]);
  expect(lines).toEqual(['', 'failed: lsp: a hover', '5 passed, 1 failed, 0 skipped']);
  expect(well).toBe(false);
});

test('a skip is all right where it is expected', () => {
  const skipped = [{ name: 'desktop', why: 'no screen' }];
  expect(told([outcome({ passed: 1, skipped })], { desktop: 'it needs a screen' }).well).toBe(true);
  const { well, lines } = told([outcome({ passed: 1, skipped })], {});
  expect(lines).toContain('skipped, and not expected to be: desktop: no screen');
  expect(well).toBe(false);
});

test('what passed at its second try is told, with why it did not at its first', () => {
  const { well, lines } = told([outcome({ passed: 9, second: [second('a story'), second('a bank')] })]);
  expect(lines).toContain('passed at the second try: editor: a story: the menu did not come');
  expect(well).toBe(true);
});

test('more than two second tries are no accident, and the run fails', () => {
  const { well, lines } = told([outcome({ passed: 9, second: [second('a story'), second('a bank')] }), outcome({ passed: 1, second: [second('a card')] })]);
  expect(lines.at(-1)).toBe('10 passed, 1 failed, 0 skipped');
  expect(lines).toContain('failed: 3 tests passed only at their second try, and 2 may');
  expect(well).toBe(false);
});
