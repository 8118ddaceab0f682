import { expect, test } from 'vitest';
import { exponent, median, pairedRatio, quantile } from '../../scripts/bench/statistics.mjs';

test('a median is the middle, or half-way between the two in the middle', () => {
  expect(median([5, 1, 100])).toBe(5);
  expect(median([4, 1, 2, 100])).toBe(3);
});

test('a quantile lies as far between two numbers as its share does', () => {
  expect(quantile([10, 20, 30, 40, 50], 0.25)).toBe(20);
  expect(quantile([0, 10], 0.99)).toBeCloseTo(9.9);
});

test('contestants are compared round by round, so that a busy round is busy for both', () => {
  const ours = new Map([[0, 2], [1, 20], [2, 4]]);
  const theirs = new Map([[0, 1], [1, 10], [2, 2]]);
  expect(pairedRatio(ours, theirs)).toEqual({ median: 2, low: 2, high: 2 });
});

test('a round that only one of them ran counts nothing', () => {
  expect(pairedRatio(new Map([[0, 3], [1, 999]]), new Map([[0, 1]])).median).toBe(3);
});

test('an exponent is 1 where twice the text takes twice the time, and 2 where it takes four times', () => {
  expect(exponent([[1, 7], [10, 70], [100, 700]])).toBeCloseTo(1);
  expect(exponent([[1, 3], [10, 300], [100, 30_000]])).toBeCloseTo(2);
});
