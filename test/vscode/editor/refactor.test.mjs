import { expect } from 'vitest';
import { MONDAY_LOCK as SENTENCES } from '../../mondayLock.ts';
import { journey } from '../rig/journey.mjs';

const STORY = 'monday-lock.star.md';

journey('a story told in one breath is divided from the Refactor menu, and undone in one step', { [STORY]: `${SENTENCES.join(' ')}\n` }, async ({ workbench, picture, onDisk }) => {
  await workbench.squiggles(STORY, 'hint').first().waitFor();
  await workbench.goToEnd(STORY);
  await workbench.keyboard.press('ControlOrMeta+a');
  await workbench.openRefactorings('Divide into Situation, Task');
  await picture('refactor menu');
  await workbench.applyRefactoring('Divide into Situation, Task, Action (Diagnosis');
  await workbench.line(STORY, '### Root cause').waitFor();
  await picture('divided into sections');
  await workbench.save();
  const headings = onDisk(STORY).match(/^#+ .*$/gm);
  expect(headings).toEqual(['## Situation', '## Task', '## Action', '### Diagnosis', '### Root cause', '### Tradeoff', '### Prevention', '## Result', '## Learning']);
  expect(onDisk(STORY).replace(/^#+ .*$/gm, '').split(/\s+/).join(' ').trim()).toBe(SENTENCES.join(' '));

  await workbench.undo(STORY);
  await workbench.line(STORY, '## Situation').waitFor({ state: 'hidden' });
  await workbench.save();
  expect(onDisk(STORY)).toBe(`${SENTENCES.join(' ')}\n`);
});
