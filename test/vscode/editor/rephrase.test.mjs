import { expect } from 'vitest';
import { WEAK_STORY } from '../stories.ts';
import { journey } from '../rig/journey.mjs';

const STORY = 'ticket-sale.star.md';
const LONG = WEAK_STORY.replace('all 3,000 orders had gone', 'all 3,000 orders that had piled up in the queue had gone');

journey('a sentence is split, and its figure goes on record', { [STORY]: LONG }, async ({ workbench, picture, onDisk }) => {
  await workbench.squiggles(STORY, 'warning').first().waitFor();

  await workbench.goToText(STORY, '20 minutes');
  await workbench.openQuickFixes('Split the sentence');
  await picture('refactorings of a sentence');
  await workbench.applyQuickFix('Split the sentence');

  await workbench.goToText(STORY, '0.3%');
  await workbench.applyQuickFix('Record in metrics');
  await workbench.type('error rate');
  await workbench.line(STORY, 'name: "error rate"').waitFor();
  await picture('a figure on record');
  await workbench.keyboard.press('Escape');

  await workbench.save();
  expect(onDisk(STORY)).toContain('piled up in the queue had gone through. The error rate');
  expect(onDisk(STORY)).toMatch(/^---\nmetrics:\n {2}- \{ name: "error rate", before: "12%", after: "0\.3%"/);
});
