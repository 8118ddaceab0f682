import { expect, test } from 'vitest';
import { ownWords, reason } from '../../server/src/config/reason.js';

const SAID = 'I told nobody about Contoso Bank';

function thrown(message: string, more: object = {}): Error {
  return Object.assign(new TypeError(message), more);
}

test('a log says what went wrong and where, and not the words of an error, which may quote a story', () => {
  const line = reason(thrown(SAID));
  expect(line).toMatch(/^TypeError at .*reason\.test\.ts:\d+:\d+/);
  expect(line).not.toContain('Contoso');
});

test('nor words that look like a place in the program', () => {
  expect(reason(thrown(`Unexpected\n    at ${SAID} (story.js:1:1)\nend`))).not.toContain('Contoso');
  const later = thrown('short');
  void later.stack;
  later.message = SAID;
  expect(reason(later)).toBe('TypeError');
});

test('what is thrown that is no error is not said either', () => {
  expect(reason(SAID)).toBe('Something was thrown that is no error.');
  expect(reason({ message: SAID })).toBe('Something was thrown that is no error.');
});

test.each([
  ['the system', { code: 'EACCES' }],
  ['the other end of the connection', { code: -32603 }],
])('%s says in its own words what it would not do', (_, more) => {
  expect(reason(thrown('permission denied, open a.star.md', more))).toMatch(/^TypeError: permission denied, open a\.star\.md at /);
  const ours = new Error('it may not be read.', { cause: thrown('', more) });
  expect(ownWords(ours)).toBe('it may not be read.');
});

test.each([[{ code: 'ERR_INVALID_ARG_VALUE' }], [{ code: 12 }], [{ cause: thrown(SAID) }]])('an error with %j quotes what it was given', (more) => {
  expect(ownWords(thrown(SAID, more))).toBeUndefined();
});
