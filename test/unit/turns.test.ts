import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Courtesy, Turns } from '../../server/src/lsp/turns.js';

/** Milliseconds; time passes when something is done or waited for. */
let now = 0;
let keys: { readonly every: number; readonly until: number } | undefined;
let lastKey = -Infinity;
const courtesy = new Courtesy();

function passes(milliseconds: number): void {
  for (let passed = 0; passed < milliseconds; passed++) {
    now++;
    if (keys === undefined || now % keys.every !== 0 || now > keys.until) continue;
    lastKey = now;
    courtesy.keyPressed();
  }
}

beforeEach(() => {
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  vi.stubGlobal('setTimeout', (run: () => void, milliseconds = 0) => {
    passes(milliseconds);
    setImmediate(run);
  });
});
afterEach(() => {
  keys = undefined;
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Works through steps of 4 ms: for each the time that has passed since the last key. */
async function sinceKeys(steps: number): Promise<number[]> {
  const times: number[] = [];
  function* work(): Generator<undefined, void> {
    for (let step = 0; step < steps; step++) {
      times.push(now - lastKey);
      passes(4);
      yield;
    }
  }
  const turns = new Turns(courtesy);
  await turns.next();
  await turns.done(work());
  return times;
}

describe('work that can wait', () => {
  test('is done at once when nobody is typing', async () => {
    const before = now;
    await sinceKeys(100);
    expect(now - before).toBe(400);
  });

  test('is done between two keys, and rests before the next is to be expected', async () => {
    keys = { every: 150, until: Infinity };
    passes(150 - (now % 150));
    const times = await sinceKeys(60);
    expect(Math.min(...times)).toBeGreaterThanOrEqual(30);
    expect(Math.max(...times)).toBeLessThan(110);
  });

  test('goes on without rest a moment after the last key', async () => {
    keys = { every: 150, until: now + 450 };
    passes(150 - (now % 150));
    const times = await sinceKeys(200);
    expect(times.filter((time) => time > 110 && time < 300)).toEqual([]);
    expect(Math.max(...times)).toBeGreaterThan(500);
  });
});
