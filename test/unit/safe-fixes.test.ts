import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { WorkspaceEdit } from 'vscode-languageserver-types';
import { builtinRubric } from '../../server/src/rubric/builtin.js';
import { fixAll, type ReviewedStory } from '../../server/src/service/index.js';
import { reviewedStory } from '../../server/src/service/reviewed.js';
import { parseStory, LineIndex } from '../../server/src/story/index.js';
import { heard } from '../properties/heard.js';
import { applied } from './reviewing.js';

const folders = ['../corpus', '../../examples'].map((folder) => path.join(import.meta.dirname, folder));
const stories = folders.flatMap((folder) => readdirSync(folder).filter((name) => name.endsWith('.star.md')).map((name) => [name, readFileSync(path.join(folder, name), 'utf8')] as const));

const read = (text: string): ReviewedStory => reviewedStory({ uri: 'file:///a.star.md', version: null }, parseStory(text), builtinRubric(), {});

/** The text after `source.fixAll.starwright`. */
function fixedAll(text: string): string {
  const [action] = fixAll(read(text), { diagnostics: [], only: ['source.fixAll'] }, { documentChanges: false, snippetEdits: false });
  const edits = (action?.edit as WorkspaceEdit | undefined)?.changes?.['file:///a.star.md'] ?? [];
  const lines = new LineIndex(text);
  return applied(text, edits.map(({ range, newText }) => ({ start: lines.offsetAt(range.start), end: lines.offsetAt(range.end), newText })));
}

/** Comments that silence nothing: on lines of their own between the lines of a story, and at the ends of lines. */
function litter(text: string): string {
  const lines = text.split('\n');
  const front = lines[0] === '---' ? lines.indexOf('---', 1) : -1;
  return lines
    .flatMap((line, index) => {
      if (index <= front || line.includes('```')) return [line];
      if (index % 8 === 0) return ['<!-- star-disable-next-line unknown-rule -->', line];
      if (index % 8 === 4 && line !== '') return [`${line} <!-- star-disable-line unknown-rule -->`];
      return [line];
    })
    .join('\n');
}

describe.each(stories)('%s', (_, text) => {
  test.each([
    ['as it is', text],
    ['with comments that silence nothing', litter(text)],
  ])('%s', (__, source) => {
    const told = heard(source);
    for (const { fixes } of read(source).review.tellings.flatMap(({ findings }) => findings)) {
      for (const { edits } of fixes.filter(({ safe }) => safe)) expect(heard(applied(source, edits))).toEqual(told);
    }
    const once = fixedAll(source);
    expect(heard(once)).toEqual(told);
    expect(fixedAll(once)).toBe(once);
  });
});

describe('a comment that silences nothing goes', () => {
  const UNUSED = '<!-- star-disable-line unknown-rule -->';
  test.each([
    ['with its line', `One.\n\n${UNUSED}\nTwo.\n`, 'One.\n\nTwo.\n'],
    ['without joining the paragraphs around it', `One\n${UNUSED}\nTwo.\n`, 'One\n\nTwo.\n'],
    ['without joining the words around it', `One${UNUSED}two.\n`, 'One two.\n'],
    ['from the end of its line', `One. ${UNUSED}\r\nTwo.\r\n`, 'One.\r\nTwo.\r\n'],
  ])('%s', (_, before, after) => {
    const rest = '\n## Action\n\nI moved the queue.\n';
    expect(fixedAll(before + rest)).toBe(after + rest);
  });
  test('but not before an indented line, which may be hidden by it', () => {
    const text = `## Action\n\n- I moved\n${UNUSED}\n    - the queue.\n`;
    expect(fixedAll(text)).toBe(text);
  });
  test('but not when somebody wrote why it is there', () => {
    const text = '<!-- star-disable-next-line unknown-rule -- told on request -->\n## Action\n\nI moved the queue.\n';
    expect(fixedAll(text)).toBe(text);
  });
});
