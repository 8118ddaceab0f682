import { expect, test } from 'vitest';
import { textKey } from '../../server/src/story/index.js';

test('a text has one key, and a text that differs anywhere has another', () => {
  const text = 'I rolled it back within a minute.';
  expect(textKey(text)).toBe(textKey(`${text}`));
  const others = [...text].map((_, i) => `${text.slice(0, i)}#${text.slice(i + 1)}`);
  expect(new Set([text, ...others, `${text} `, ''].map(textKey)).size).toBe(text.length + 3);
});
