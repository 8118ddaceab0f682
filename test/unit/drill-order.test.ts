import { expect, test } from 'vitest';
import { DrillOrder } from '../../client/src/practice/drillOrder.js';

/** Turns up the given fractions again and again. */
const random = (...values: number[]) => {
  let at = 0;
  return () => values[at++ % values.length]!;
};
const draw = (order: DrillOrder<string>, all: readonly string[], times: number): string => Array.from({ length: times }, () => order.next(all)).join('');

test('nothing is drawn twice until all had their turn, and then not the last one again', () => {
  const drawn = draw(new DrillOrder(random(0.99, 0.1, 0.5)), ['a', 'b', 'c', 'd'], 8);
  expect([...drawn.slice(0, 4)].sort().join('')).toBe('abcd');
  expect(drawn[4]).not.toBe(drawn[3]);
});

test('the order follows the numbers that are drawn', () => {
  expect(draw(new DrillOrder(random(0)), ['a', 'b', 'c'], 3)).toBe('abc');
  expect(draw(new DrillOrder(random(0.99)), ['a', 'b', 'c'], 3)).toBe('cba');
});

test('what is gone is not drawn, what is new is drawn in the next turn', () => {
  const order = new DrillOrder<string>(random(0));
  expect(order.next(['a', 'b'])).toBe('a');
  expect(order.next(['c', 'b'])).toBe('b');
  expect(order.next(['c', 'b'])).toBe('c');
});

test('of one there is only that one, and of none nothing', () => {
  expect(draw(new DrillOrder(random(0)), ['a'], 3)).toBe('aaa');
  expect(new DrillOrder(random(0)).next([])).toBeUndefined();
});
