import { expect } from 'vitest';
import { WEAK_STORY } from '../stories.ts';
import { journey } from '../rig/journey.mjs';

const STORY = 'ticket-sale.star.md';

journey('three quick fixes leave a better draft @vscode:fix', { [STORY]: WEAK_STORY }, async ({ workbench, picture, onDisk }) => {
  await workbench.goToProblem('vague-verb');
  await workbench.openQuickFixes('Write "');
  await picture('quick fixes');
  await workbench.applyQuickFix('Write "');
  await workbench.problem('vague-verb').waitFor({ state: 'detached' });

  await workbench.goToProblem('no-tradeoff');
  await workbench.applyQuickFix('Add: I chose');
  await workbench.type('moving one message');
  await workbench.keyboard.press('Tab');
  await workbench.type('restarting all workers');
  await workbench.problem('no-tradeoff').waitFor({ state: 'detached' });
  await picture('fill-in sentence');
  await workbench.keyboard.press('Escape');

  await workbench.goToProblem('situation-too-long');
  await workbench.applyQuickFix('Move 3 sentences to Notes');
  await workbench.problem('situation-too-long').waitFor({ state: 'detached' });

  await workbench.save();
  await picture('after three quick fixes');
  expect(onDisk(STORY)).toContain('I chose moving one message over restarting all workers because');
  expect(onDisk(STORY)).toContain('## Notes');
  expect(onDisk(STORY)).not.toContain('fixed the problem');
});
