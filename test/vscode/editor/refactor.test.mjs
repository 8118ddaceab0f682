import { expect } from 'vitest';
import { journey } from '../rig/journey.mjs';

const STORY = 'monday-lock.star.md';
const SENTENCES = [
  'Our booking service went down every Monday at eight, and two hundred clinics could not open their calendars.',
  'I owned the scheduler, so finding the cause was mine.',
  'I compared the lock waits with the job log and found that the weekly clean-up held a table lock for nine minutes, which ruled out the network.',
  'The root cause was one delete over eleven million rows.',
  'I chose deleting in batches over moving the job to Sunday, because Sunday only hid it, and I accepted that the clean-up now takes an hour.',
  'I also added an alert on lock waits and a check in the pipeline that refuses such a delete, so that it cannot come back.',
  'Over the next two months the Monday outage went from nine minutes to none, measured on the uptime dashboard.',
  'I learned that a job which runs once a week is tested once a week, and I now rehearse such jobs on a copy.',
];

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

  await workbench.keyboard.press('ControlOrMeta+z');
  await workbench.line(STORY, '## Situation').waitFor({ state: 'detached' });
  await workbench.save();
  expect(onDisk(STORY)).toBe(`${SENTENCES.join(' ')}\n`);
});
