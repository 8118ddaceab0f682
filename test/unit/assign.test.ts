import { describe, expect, test } from 'vitest';
import { assign } from '../../server/src/bank/assign.js';

/** The most that any choice gains, by trying every one. */
function best(gains: readonly (readonly number[])[], row = 0, taken = new Set<number>()): number {
  if (row === gains.length) return 0;
  let most = best(gains, row + 1, taken);
  gains[row]!.forEach((gain, column) => {
    if (gain > 0 && !taken.has(column)) most = Math.max(most, gain + best(gains, row + 1, new Set([...taken, column])));
  });
  return most;
}

const gained = (gains: readonly (readonly number[])[]): number => assign(gains).reduce((sum, column, row) => sum + (gains[row]![column] ?? 0), 0);

describe('the best assignment', () => {
  test('is not the first that comes: one gives way so that both have something', () => {
    expect(assign([[9, 8], [9, 0]])).toEqual([1, 0]);
  });

  test('leaves a row without what does not fit it', () => {
    expect(assign([[5], [0]])).toEqual([0, -1]);
    expect(assign([[], []])).toEqual([-1, -1]);
    expect(assign([])).toEqual([]);
  });

  test('gains as much as the best of all choices', () => {
    let seed = 7;
    const next = (below: number): number => (seed = (seed * 1103515245 + 12345) % 2147483648) % below;
    for (let round = 0; round < 200; round++) {
      const columns = 1 + next(5);
      const gains = Array.from({ length: 1 + next(5) }, () => Array.from({ length: columns }, () => Math.max(0, next(12) - 4)));
      const chosen = assign(gains).filter((column) => column >= 0);
      expect(new Set(chosen).size).toBe(chosen.length);
      expect(gained(gains)).toBe(best(gains));
    }
  });
});
