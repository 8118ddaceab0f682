import { describe, expect, test } from 'vitest';
import { parseStory } from '../../server/src/story/index.js';
import { outline } from './story.js';

const WHOLE = ['situation: One.', 'task: Two.', 'action: Three.', 'result: Four.'];

describe('sections are found under labels as people write them', () => {
  test.each([
    ['headings', '## Situation\nOne.\n## Task\nTwo.\n## Action\nThree.\n## Result\nFour.'],
    ['headings of any level', '#### Situation\nOne.\n#### Task\nTwo.\n#### Action\nThree.\n#### Result\nFour.'],
    ['setext headings', 'Situation\n---------\nOne.\n\nTask\n----\nTwo.\n\nAction\n------\nThree.\n\nResult\n------\nFour.'],
    ['numbered headings', '## 1. Situation\nOne.\n## 2. Task\nTwo.\n## 3. Action\nThree.\n## 4. Result\nFour.'],
    ['emoji before the heading', '## 🎯 Situation\nOne.\n## 📋 Task\nTwo.\n## 🛠️ Action\nThree.\n## 📈 Result\nFour.'],
    ['an initial and the word, bold, in a heading', '### **S - Situation**\nOne.\n### **T - Task**\nTwo.\n### **A - Action**\nThree.\n### **R - Result**\nFour.'],
    ['bold with the colon inside', '**Situation:** One.\n\n**Task:** Two.\n\n**Action:** Three.\n\n**Result:** Four.'],
    ['bold with the colon outside', '**Situation**: One.\n\n**Task**: Two.\n\n**Action**: Three.\n\n**Result**: Four.'],
    ['bold with a full stop', '**Situation.** One.\n\n**Task.** Two.\n\n**Action.** Three.\n\n**Result.** Four.'],
    ['bold on a line of its own', '**Situation**  \nOne.\n\n**Task**  \nTwo.\n\n**Action**  \nThree.\n\n**Result**  \nFour.'],
    ['bold initials with a dash', '**S** — One.\n\n**T** — Two.\n\n**A** — Three.\n\n**R** — Four.'],
    ['plain words with a colon', 'Situation: One.\n\nTask: Two.\n\nAction: Three.\n\nResult: Four.'],
    ['lines of one paragraph', 'Situation: One.\nTask: Two.\nAction: Three.\nResult: Four.'],
    ['one line', 'Situation: One. Task: Two. Action: Three. Result: Four.'],
    ['upper case with a time', 'SITUATION (30 seconds)\n\nOne.\n\nTASK (10 seconds)\n\nTwo.\n\nACTION (60 seconds)\n\nThree.\n\nRESULT (20 seconds)\n\nFour.'],
    ['a list of bold labels', '- **Situation:** One.\n- **Task:** Two.\n- **Action:** Three.\n- **Result:** Four.'],
    ['a list of initials', '- S: One.\n- T: Two.\n- A: Three.\n- R: Four.'],
    ['initials that name the word', '- **S (Situation):** One.\n- **T (Task):** Two.\n- **A (Action):** Three.\n- **R (Result):** Four.'],
    ['a block quote', '> **Situation:** One.\n>\n> **Task:** Two.\n>\n> **Action:** Three.\n>\n> **Result:** Four.'],
    ['a dash that touches the word', '-Situation: One.\n\n-Task: Two.\n\n-Action: Three.\n\n-Result: Four.'],
    ['initials with a dash that touches', 'S-One.\n\nT-Two.\n\nA-Three.\n\nR-Four.'],
    ['aliases', '## Background\nOne.\n## My role\nTwo.\n## Approach\nThree.\n## Outcome\nFour.'],
    ['wrong case and trailing marks', '## situation :\nOne.\n## TASK –\nTwo.\n## Actions Taken\nThree.\n## results\nFour.'],
  ])('%s', (_, text) => {
    expect(outline(text)).toEqual(WHOLE);
  });

  test.each([
    ['CAR', '**Challenge:** One.\n\n**Action:** Three.\n\n**Result:** Four.'],
    ['PAR', '## Problem\nOne.\n## Action\nThree.\n## Result\nFour.'],
    ['SOAR', 'Situation: One.\n\nAction: Three.\n\nResult: Four.'],
    ['SPSIL', '## Problem\nOne.\n## Solution\nThree.\n## Impact\nFour.'],
  ])('the neighbouring framework %s', (_, text) => {
    expect(outline(text)).toEqual(['situation: One.', 'action: Three.', 'result: Four.']);
  });

  test('one label for two sections', () => {
    expect(outline('**Situation & Task:** One.\n\n**Action:** Three.\n\n**Result and learning:** Four.')).toEqual(['situation+task: One.', 'action: Three.', 'result+learning: Four.']);
  });
  test('one heading for two sections, spelled out in brackets', () => {
    expect(outline('## S [situation]\nOne.\n## T [task] + A[action]\nTwo.\n## R [result]\nFour.')).toEqual(['situation: One.', 'task+action: Two.', 'result: Four.']);
  });
  test('sub-steps stay inside the Action, whatever their level', () => {
    const story = parseStory('## Action\n### Root cause\nThree.\n## Prevention\nFour.');
    expect(story.tellings[0].sections).toHaveLength(1);
    expect(story.tellings[0].sections[0]!.sentences.map(({ step }) => step)).toEqual(['root-cause', 'prevention']);
  });
  test('an impact told before anything was done belongs to the Situation', () => {
    expect(outline('## Problem\nOne.\n## Impact\nTwo.\n## Solution\nThree.')).toEqual(['situation: One. ## Impact Two.', 'action: Three.']);
  });
});

describe('what is no label', () => {
  test.each([
    ['a question and an answer', 'Q: What did you do?\n\nA: I waited for the batch to end.'],
    ['the word in a sentence', 'The situation: nobody knew. Our task was hard.'],
    ['a heading inside a fence', '```md\n## Situation\n```\n\nOne day the queue stopped moving and nobody noticed.'],
    ['bold for emphasis', '**Result** of the vote aside, I kept going with the plan.'],
  ])('%s', (_, text) => {
    expect(parseStory(text).tellings[0].sections.every(({ role }) => role === 'body' || role === 'result')).toBe(true);
  });
  test('headings that announce nothing keep their text as one story', () => {
    expect(outline('# The night of the queue\n\n## Before\nOne.\n\n## After\nTwo.')).toEqual(['body: One. ## After Two.']);
  });
});

describe('what stands beside the story', () => {
  const story = parseStory('# T\n## Situation\nOne.\n## Follow-ups\n- Why?\n### Situation\nkept\n## Framing: Empathy\n### Action\nThree.\n## Notes\nN.\n## Do not claim\nD.');
  test('is kept, never told', () => {
    expect(story.asides.map(({ kind }) => kind)).toEqual(['follow-ups', 'notes', 'do-not-claim']);
  });
  test('framings are tellings that inherit what they do not repeat', () => {
    const [, framing] = story.tellings;
    expect(framing).toMatchObject({ title: 'Empathy' });
    expect(framing!.sections.map(({ role }) => role)).toEqual(['action']);
    expect(framing!.inherited.map(({ role }) => role)).toEqual(['situation']);
  });
});
