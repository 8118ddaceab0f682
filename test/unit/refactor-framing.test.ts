import { describe, expect, test } from 'vitest';
import { offered, refactored, titles } from './refactoring.js';

const NIGHT = '# Night\n\n## Situation\n\nIt was late.\n\n## Action\n\nI began.\n\n### Root cause\n\nA lock.\n\n## Result\n\nFine.\n\n## Notes\n\nKept.\n';
const FROM = 'Extract a framing from the ';

describe('a framing begins with a copy of a section', () => {
  test('that the cursor stands in, one level down, before what is kept beside the story', () => {
    const after = refactored(NIGHT, `${FROM}Action`, 'I began');
    expect(after).toBe(NIGHT.replace('Fine.\n', 'Fine.\n\n## Framing: [what it shows]\n\n### Action\n\nI began.\n\n#### Root cause\n\nA lock.\n'));
    expect(offered(NIGHT, 'I began').find(({ title }) => title.startsWith(FROM))?.kind).toBe('extract');
  });
  test('or that is selected, with others', () => {
    const whole = '## Situation\n\nIt was late.\n\n## Action\n\nI began.\n\n### Root cause\n\nA lock.\n';
    expect(refactored(NIGHT, `${FROM}Situation and Action`, whole)).toContain('## Framing: [what it shows]\n\n### Situation\n\nIt was late.\n\n### Action\n\nI began.');
  });
  test('with CRLF', () => {
    expect(refactored(NIGHT.replaceAll('\n', '\r\n'), FROM, 'I began')).toBe(refactored(NIGHT, FROM, 'I began')!.replaceAll('\n', '\r\n'));
  });
  test('after the framings that are there', () => {
    const text = NIGHT.replace('## Notes', '## Framing: Care\n\n### Result\n\nGood.\n\n## Notes');
    expect(refactored(text, `${FROM}Action`, 'I began')).toContain('Good.\n\n## Framing: [what it shows]\n\n### Action\n');
  });
  test('under labels, which stay as they are', () => {
    const text = '**Situation:** It was late.\n\n**Action:** I began.';
    expect(refactored(text, FROM, 'I began')).toBe(`${text}\n\n## Framing: [what it shows]\n\n**Action:** I began.`);
  });
  test('underlined, and with code that looks like a heading', () => {
    const text = 'Situation\n---------\n\nIt was late.\n\nAction\n------\n\nI began.\n\n```sh\n# list\nls\n```\n';
    expect(refactored(text, FROM, 'I began')).toBe(`${text.trimEnd()}\n\n## Framing: [what it shows]\n\n### Action\n\nI began.\n\n\`\`\`sh\n# list\nls\n\`\`\`\n`);
  });
});

test.each([
  ['in a framing', '## Situation\n\nIt was late.\n\n## Action\n\nI began.\n\n## Framing: Care\n\n### Action\n\nI asked.\n', 'I asked'],
  ['of the whole telling', '## Situation\n\nIt was late.\n\n## Action\n\nI began.\n', '## Situation\n\nIt was late.\n\n## Action\n\nI began.\n'],
  ['without labels', 'One night the queue stopped moving, and for an hour nobody noticed that it had.', 'queue'],
  ['beside the story', NIGHT, 'Kept'],
  ['below the deepest heading', '##### Situation\n\nIt was late.\n\n##### Action\n\nI began.\n\n###### Root cause\n\nA lock.\n', 'I began'],
])('nothing is offered %s', (_, text, at) => {
  expect(titles(text, at).filter((title) => title.startsWith(FROM))).toEqual([]);
});
