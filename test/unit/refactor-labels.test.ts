import { describe, expect, test } from 'vitest';
import { labelsToStory } from '../../server/src/refactor/labels.js';
import { parseStory } from '../../server/src/story/index.js';
import { refactored, said, STORIES, titles } from './refactoring.js';

const HEADINGS = 'Turn labels into headings';
const LABELS = 'Turn headings into labels';

describe('labels become headings', () => {
  test.each([
    ['bold', '**Situation:** It was late.\n\n**Task:** I owned it.\n\n**Action:** I fixed it.\n', '## Situation\n\nIt was late.\n\n## Task\n\nI owned it.\n\n## Action\n\nI fixed it.\n'],
    ['the colon outside', '**Situation**: It was late.\n\n**Task**: I owned it.\n', '## Situation\n\nIt was late.\n\n## Task\n\nI owned it.\n'],
    ['a bold sentence after it', '**Situation: It was late.** I slept.\n\n**Task:** I owned it.\n', '## Situation\n\n**It was late.** I slept.\n\n## Task\n\nI owned it.\n'],
    ['plain, line by line', 'Situation: It was late.\nTask: I owned it.\n', '## Situation\n\nIt was late.\n\n## Task\n\nI owned it.\n'],
    ['all in one line', 'Situation: It was late. Task: I owned it. Action: I fixed it.\n', '## Situation\n\nIt was late.\n\n## Task\n\nI owned it.\n\n## Action\n\nI fixed it.\n'],
    ['upper case with a time', 'SITUATION (30 seconds)\n\nIt was late.\n\nTASK (10 seconds)\nI owned it.\n', '## SITUATION (30 seconds)\n\nIt was late.\n\n## TASK (10 seconds)\n\nI owned it.\n'],
    ['initials get their names', '**S** — It was late.\n\n**T** — I owned it.\n\n**A** — I fixed it.\n', '## Situation\n\nIt was late.\n\n## Task\n\nI owned it.\n\n## Action\n\nI fixed it.\n'],
    ['sub-steps, one level down', '**Action:** I began.\n\n**Diagnosis:** I compared logs.\n\n**Root cause:** A lock.\n\n**Result:** It held.\n', '## Action\n\nI began.\n\n### Diagnosis\n\nI compared logs.\n\n### Root cause\n\nA lock.\n\n## Result\n\nIt held.\n'],
    ['a block quote', '> **Situation:** It was late.\n>\n> **Task:** I owned it.\n', '> ## Situation\n>\n> It was late.\n>\n> ## Task\n>\n> I owned it.\n'],
    ['under a title and front matter', '---\nstar: 1\n---\n# Night\n\n**Situation:** It was late.\n\n**Task:** I owned it.\n', '---\nstar: 1\n---\n# Night\n\n## Situation\n\nIt was late.\n\n## Task\n\nI owned it.\n'],
    ['bold steps under headings', '## Action\n\n**Diagnosis:** I compared logs.\n\n## Result\n\nFine.\n', '## Action\n\n### Diagnosis\n\nI compared logs.\n\n## Result\n\nFine.\n'],
    ['Notes too', '**Situation:** It was late.\n\n**Task:** I owned it.\n\n**Notes:**\n- Kept.\n', '## Situation\n\nIt was late.\n\n## Task\n\nI owned it.\n\n## Notes\n\n- Kept.\n'],
    ['parts of one section', '**Action 1:** I began.\n\n**Action 2:** I ended.\n', '## Action 1\n\nI began.\n\n## Action 2\n\nI ended.\n'],
    ['after a byte order mark', '\ufeffSituation: It was late.\nTask: I owned it.\n', '\ufeff## Situation\n\nIt was late.\n\n## Task\n\nI owned it.\n'],
  ])('%s', (_, before, after) => {
    expect(refactored(before, HEADINGS)).toBe(after);
    expect(refactored(before.replaceAll('\n', '\r\n'), HEADINGS)).toBe(after.replaceAll('\n', '\r\n'));
    expect(said(after)).toEqual(said(before));
  });

  test.each([
    ['with what goes on under its items', '- **Situation:** It was late.\n- **Action:** I began.\n  - I compared logs.\n  - I fixed it.\n\n  It held.\n- **Result:** Fine.\n', '## Situation\n\nIt was late.\n\n## Action\n\nI began.\n- I compared logs.\n- I fixed it.\n\nIt held.\n\n## Result\n\nFine.\n'],
    ['numbered', '1. **Situation:** It was late.\n2. **Task:** I owned it.\n', '## Situation\n\nIt was late.\n\n## Task\n\nI owned it.\n'],
  ])('a list of labels, %s', (_, before, after) => {
    expect(refactored(before, 'Turn this list of labels into sections')).toBe(after);
    expect(said(after)).toEqual(said(before));
    expect(labelsToStory(parseStory(before)).replace(/\d\. /g, '')).toBe(after);
  });

  test('one of them cannot become a heading: for an import the others do, and numbers are words too', () => {
    const fenced = '```\nResult: it was late, and the queue of the night had not moved for an hour.\n```\n';
    expect(labelsToStory(parseStory(`1. **Situation:** It was late.\n2. **Task:** I owned it.\n\n${fenced}`))).toBe(
      `## 1. Situation\n\nIt was late.\n\n## 2. Task\n\nI owned it.\n\n${fenced}`,
    );
  });

  test('only of the framing that the cursor stands in, below its heading', () => {
    const text = '**Situation:** It was late.\n\n**Action:** I fixed it.\n\n## Framing: Care\n\n**Action:** I asked around.\n';
    expect(refactored(text, HEADINGS, 'asked')).toBe('**Situation:** It was late.\n\n**Action:** I fixed it.\n\n## Framing: Care\n\n### Action\n\nI asked around.\n');
  });
});

describe('headings become labels', () => {
  test.each([
    ['any level', '#### Situation\n\nIt was late.\n\n#### Task\n\nI owned it.\n', '**Situation:** It was late.\n\n**Task:** I owned it.\n'],
    ['the text on the next line', '## Situation\nIt was late.\n## Task\nI owned it.\n', '**Situation:** It was late.\n\n**Task:** I owned it.\n'],
    ['underlined', 'Situation\n---------\nIt was late.\n\nTask\n----\n\nI owned it.\n', '**Situation:** It was late.\n\n**Task:** I owned it.\n'],
    ['numbered, bold and with a sign', '## 1. Situation\n\nIt was late.\n\n### **T - Task** ##\n\nI owned it.\n\n## 🛠️ Action:\n\nI fixed it.\n', '**1. Situation:** It was late.\n\n**T - Task:** I owned it.\n\n**🛠️ Action:** I fixed it.\n'],
    ['sub-steps', '## Action\n\nI began.\n\n### Root cause\n\nA lock.\n', '**Action:** I began.\n\n**Root cause:** A lock.\n'],
    ['over a list', '## Action\n- I began.\n- I ended.\n\n## Result\n\nFine.\n', '**Action:**\n\n- I began.\n- I ended.\n\n**Result:** Fine.\n'],
    ['over nothing, or over a sub-step', '## Situation\n\n## Action\n\n### Diagnosis\n\nI looked.\n', '**Situation:**\n\n**Action:**\n\n**Diagnosis:** I looked.\n'],
    ['a block quote', '> ## Situation\n>\n> It was late.\n>\n> ## Task\n> I owned it.\n', '> **Situation:** It was late.\n>\n> **Task:** I owned it.\n'],
  ])('%s', (_, before, after) => {
    expect(refactored(before, LABELS)).toBe(after);
    expect(refactored(before.replaceAll('\n', '\r\n'), LABELS)).toBe(after.replaceAll('\n', '\r\n'));
    expect(said(after)).toEqual(said(before));
  });
});

describe('there and back', () => {
  const bold = '# Night\n\n**Situation:** It was late.\n\nNobody slept.\n\n**Action:**\n\n- I began.\n- I ended.\n\n**Root cause:** A lock.\n\n**Result:** Fine.\n\n**Notes:** Kept.\n';
  test('is the same story', () => {
    expect(refactored(refactored(bold, HEADINGS)!, LABELS)).toBe(bold);
  });
});

describe('nothing is offered', () => {
  test.each([
    ['without labels', 'One night the queue stopped moving, and for an hour nobody noticed that it had.'],
    ['where a section would lose its text', '## Situation\n\nIt was late.\n\n### What nobody knew\n\nIt was August.\n\n## Task\n\nI owned it.\n'],
    ['inside a fence', '```\nSituation: It was late, and the queue of the night had not moved for an hour.\nTask: I owned it.\n```\n'],
    ['for a table, which has a refactoring of its own', '| Situation | It was late. |\n| Task | I owned it. |\n'],
  ])('%s', (_, text) => {
    expect(titles(text).filter((title) => title === HEADINGS || title === LABELS)).toEqual([]);
  });
});

describe('every story of the corpus tells the same', () => {
  const turned = new Set<string>();
  test.each(STORIES)('%s', (name, text) => {
    for (const [title, way] of [[HEADINGS, LABELS], [LABELS, HEADINGS]] as const) {
      const after = refactored(text, title);
      if (after === undefined) continue;
      turned.add(name);
      expect(said(after), after).toEqual(said(text));
      const back = refactored(after, way);
      if (back !== undefined) expect(said(back), back).toEqual(said(text));
    }
  });
  test('and nearly every labelled one can be turned', () => {
    expect(turned.size).toBeGreaterThan(33);
  });
});
