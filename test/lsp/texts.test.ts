import { expect, test } from 'vitest';
import { isOwnDocument, isStoryUri, uriKey } from '../../server/src/lsp/uris.js';
import { escapeMarkdown, shorten } from '../../server/src/service/prose.js';
import { toSnippet } from '../../server/src/service/snippets.js';

test.each([
  ['I chose [a] over [b].', 'I chose ${1:[a]} over ${2:[b]}.'],
  ['[title] and again [title]', '${1:[title]} and again ${1:[title]}'],
  ['$5 for {x} on C:\\', '\\$5 for {x\\} on C:\\\\'],
  ['[cost in $]', '${1:[cost in \\$]}'],
  ['[a link](x), [a reference][r], ![a picture], [ ] and [x]', '[a link](x), [a reference][r], ![a picture], [ ] and [x]'],
  ['[what failed]: it broke', '${1:[what failed]}: it broke'],
])('%s as a snippet', (text, snippet) => {
  expect(toSnippet(text).text).toBe(snippet);
});

test('tab stops go on from a number', () => {
  expect(toSnippet('[a] [b] [a]', 4)).toEqual({ text: '${4:[a]} ${5:[b]} ${4:[a]}', next: 6 });
});

test.each([
  ['a *bold* <b>move</b>', 'a \\*bold\\* \\<b\\>move\\</b\\>'],
  ['[click](command:x) `code`', '\\[click\\](command:x) \\`code\\`'],
  ['- not a list', '\\- not a list'],
  ['1. not a list', '1\\. not a list'],
  ['# two\n\n# lines', '\\# two # lines'],
])('%s in Markdown', (text, escaped) => {
  expect(escapeMarkdown(text)).toBe(escaped);
});

test('a long sentence is cut between words, and never through a letter', () => {
  expect(shorten('one two three four', 100)).toBe('one two three four');
  expect(shorten('one two, three four', 10)).toBe('one two…');
  expect(shorten('🙂🙂🙂🙂', 5)).toBe('🙂🙂…');
});

test.each([
  ['file:///a.star.md', true, true],
  ['file:///a.STAR.md', true, true],
  ['file:///a%2Estar.md', true, true],
  ['file:///star.md', true, false],
  ['untitled:Untitled-1', true, false],
  ['vscode-remote://ssh/a.star.md', true, true],
  ['memfs:/a.star.md', true, true],
  ['git:/a.star.md?ref', false, true],
  ['vscode-chat-code-block://x/a.star.md', false, true],
  ['vscode-local-history:/a.star.md', false, true],
  ['output:a.star.md', false, true],
  ['a.star.md', false, true],
])('%s', (uri, own, named) => {
  expect([isOwnDocument(uri), isStoryUri(uri)]).toEqual([own, named]);
});

test('one file has one key however it is spelled', () => {
  expect(uriKey('file:///c%3A/a%20b.star.md')).toBe(uriKey('file:///C:/a b.star.md'));
});
