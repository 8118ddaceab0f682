import { describe, expect, test } from 'vitest';
import { parseStory } from '../../server/src/story/index.js';
import { fixed } from './reviewing.js';
import { refactored, STORIES, titles } from './refactoring.js';

const ORDER = 'Put the sections in order';

describe('sections move whole into the order in which they are told', () => {
  test.each([
    ['headings', '# Night\n\n## Result\n\nFine.\n\n## Action\n\nI began.\n\n### Root cause\n\nA lock.\n\n## Situation\n\nIt was late.\n', '# Night\n\n## Situation\n\nIt was late.\n\n## Action\n\nI began.\n\n### Root cause\n\nA lock.\n\n## Result\n\nFine.\n'],
    ['bold labels', '**Action:** I began.\n\nI ended.\n\n**Situation:** It was late.\n', '**Situation:** It was late.\n\n**Action:** I began.\n\nI ended.\n'],
    ['lines of one paragraph', 'Action: I began.\nSituation: It was late.\nResult: Fine.', 'Situation: It was late.\nAction: I began.\nResult: Fine.'],
    ['a list', '- **Action:** I began.\n  - I ended.\n- **Situation:** It was late.\n', '- **Situation:** It was late.\n- **Action:** I began.\n  - I ended.\n'],
    ['a numbered list, whose numbers stay', '1. **Action:** I began.\n2. **Situation:** It was late.\n', '1. **Situation:** It was late.\n2. **Action:** I began.\n'],
    ['numbered headings', '## 1. Result\n\nFine.\n\n## 2. Situation\n\nIt was late.\n\n## 3. Action\n\nI began.\n', '## 1. Situation\n\nIt was late.\n\n## 2. Action\n\nI began.\n\n## 3. Result\n\nFine.\n'],
    ['a block quote', '> ## Action\n> I began.\n>\n> ## Situation\n> It was late.\n', '> ## Situation\n> It was late.\n>\n> ## Action\n> I began.\n'],
    ['code and comments with their section', '## Action\n\nI began.\n\n```sh\nls\n```\n\n<!-- star-disable-next-line situation-too-long -->\n## Situation\n\nIt was late.\n', '<!-- star-disable-next-line situation-too-long -->\n## Situation\n\nIt was late.\n\n## Action\n\nI began.\n\n```sh\nls\n```\n'],
    ['a lesson before the result', '## Situation\n\nIt was late.\n\n## Learning\n\nI learned.\n\n## Result\n\nFine.\n', '## Situation\n\nIt was late.\n\n## Result\n\nFine.\n\n## Learning\n\nI learned.\n'],
    ['introduction, framings and asides stay', 'A story.\n\n## Action\n\nI began.\n\n## Situation\n\nIt was late.\n\n## Framing: Care\n\n### Action\n\nI asked.\n\n## Notes\n\nKept.\n', 'A story.\n\n## Situation\n\nIt was late.\n\n## Action\n\nI began.\n\n## Framing: Care\n\n### Action\n\nI asked.\n\n## Notes\n\nKept.\n'],
  ])('%s', (_, before, after) => {
    expect(refactored(before, ORDER)).toBe(after);
    expect(refactored(before.replaceAll('\n', '\r\n'), ORDER)).toBe(after.replaceAll('\n', '\r\n'));
    expect(titles(after)).not.toContain(ORDER);
  });

  test('the quick fix for sections out of order does the same', () => {
    const text = '## Situation\n\nThe search index was rebuilt by hand every Friday.\n\n## Result\n\nRebuilds went from four hours to twenty minutes.\n\n## Action\n\nI wrote a job that rebuilds only what changed.\n';
    expect(fixed(text, 'section-order', ORDER)).toBe(refactored(text, ORDER));
  });
});

test.each([
  ['in order', '## Situation\n\nIt was late.\n\n## Action\n\nI began.\n'],
  ['told twice', '## Action\n\nI began.\n\n## Situation\n\nIt was late.\n\n## Action\n\nI ended.\n'],
  ['labels in one line', 'Action: I began. Situation: It was late. Result: Fine.'],
  ['text under a heading of its own between them', '## Action\n\nI began.\n\n## Photos\n\nNobody took one.\n\n## Situation\n\nIt was late.\n'],
])('nothing is offered for sections %s', (_, text) => {
  expect(titles(text)).not.toContain(ORDER);
});

test.each(STORIES)('%s keeps its sections, in order', (_, text) => {
  const after = refactored(text, ORDER);
  if (after === undefined) return;
  const sections = (source: string): string[] => parseStory(source).tellings[0].sections.map((section) => `${section.role} ${source.slice(section.start, section.end)}`);
  expect([...sections(after)].sort()).toEqual([...sections(text)].sort());
  expect(titles(after)).not.toContain(ORDER);
});
