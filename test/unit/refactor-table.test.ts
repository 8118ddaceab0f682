import { describe, expect, test } from 'vitest';
import { tablesAsHeadings } from '../../server/src/refactor/import/table.js';
import { outline } from './story.js';
import { refactored, titles } from './refactoring.js';

const TITLE = 'Turn this table into sections';

describe('a table of labels becomes sections', () => {
  test.each([
    ['initials under a head', '| STAR | Story |\n|------|-------|\n| S | It was late. |\n| T | I owned it. |\n', '## Situation\n\nIt was late.\n\n## Task\n\nI owned it.\n'],
    ['without a head, without a rule', '| **Situation** | It was late. |\n| **Task** | I owned it. |\n', '## Situation\n\nIt was late.\n\n## Task\n\nI owned it.\n'],
    ['the first row as head', 'Situation | It was late.\n--- | ---\nTask | I owned it.\n', '## Situation\n\nIt was late.\n\n## Task\n\nI owned it.\n'],
    ['bars and breaks in cells', '| S | We ran `a \\| b`.<br>It was late. |\n|---|---|\n| A | I began.<br/>I ended. |\n', '## Situation\n\nWe ran `a | b`.\n\nIt was late.\n\n## Action\n\nI began.\n\nI ended.\n'],
    ['sub-steps, rows that go on, and rows of another name', '| Action | I began. |\n|---|---|\n| | I went on. |\n| Root cause | A lock. |\n| Figures | 4% to 1% |\n| Result | Fine. |\n', '## Action\n\nI began.\n\nI went on.\n\n### Root cause\n\nA lock.\n\n### Figures\n\n4% to 1%\n\n## Result\n\nFine.\n'],
    ['an initial and its word in columns of their own', '| S | Situation | It was late. |\n|---|---|---|\n| T | Task | I owned it. |\n', '## Situation\n\nIt was late.\n\n## Task\n\nI owned it.\n'],
    ['labels in the head', '| Situation | Task | Result |\n|---|---|---|\n| It was late. | I owned it. | Fine. |\n', '## Situation\n\nIt was late.\n\n## Task\n\nI owned it.\n\n## Result\n\nFine.\n'],
    ['a head that says something', '| The night | of the queue |\n|---|---|\n| S | It was late. |\n| A | I began. |\n', 'The night: of the queue\n\n## Situation\n\nIt was late.\n\n## Action\n\nI began.\n'],
    ['between other text', '# Night\nFrom my notes:\n| S | It was late. |\n| A | I began. |\n\nThat is all.\n', '# Night\nFrom my notes:\n\n## Situation\n\nIt was late.\n\n## Action\n\nI began.\n\nThat is all.\n'],
    ['a block quote', '> | S | It was late. |\n> |---|---|\n> | A | I began. |\n', '> ## Situation\n>\n> It was late.\n>\n> ## Action\n>\n> I began.\n'],
  ])('%s', (_, before, after) => {
    expect(tablesAsHeadings(before)).toBe(after);
    expect(tablesAsHeadings(before.replaceAll('\n', '\r\n'))).toBe(after.replaceAll('\n', '\r\n'));
    expect(refactored(before, TITLE, '|')).toBe(after);
  });

  test('and is read as a story', () => {
    expect(outline(tablesAsHeadings('| S | One. |\n|---|---|\n| T | Two. |\n| A | Three. |\n| R | Four. |\n'))).toEqual(['situation: One.', 'task: Two.', 'action: Three.', 'result: Four.']);
  });
});

test.each([
  ['of something else', '| Region | Errors |\n|---|---|\n| EU | 4% |\n| US | 1% |\n'],
  ['in code', '```\n| S | It was late. |\n| A | I began. |\n```\n'],
  ['that is none', 'I ran a | b and it was late.\nThen I ran b | a.\n'],
])('nothing is offered for a table %s', (_, text) => {
  expect(tablesAsHeadings(text)).toBe(text);
  expect(titles(text, '|')).not.toContain(TITLE);
});
