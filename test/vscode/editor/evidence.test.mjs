import { expect } from 'vitest';
import { WEAK_STORY } from '../stories.ts';
import { journey } from '../rig/journey.mjs';

const STORY = 'ticket-sale.star.md';

journey('what was heard is shown, and what was not is written, left out or made to matter less @vscode:lens @vscode:hover', { [STORY]: WEAK_STORY }, async ({ workbench, picture, onDisk }) => {
  const { page, keyboard } = workbench;
  await page.locator('.codelens-decoration a', { hasText: /\d+ of \d+ heard/ }).waitFor();
  await workbench.goTo(1, 4);
  await workbench.hover('Heard by');
  await picture('evidence of a whole story');
  await keyboard.press('Escape');

  await workbench.command('Show or Hide Evidence in the Text');
  await workbench.line(STORY, '‹Ownership›').waitFor();
  await picture('evidence marks');

  await workbench.goToProblem('no-prevention');
  await workbench.followLink('Putting the fire out', 'Leave it out here');
  await workbench.line(STORY, '[why it is left out]').waitFor();
  await workbench.type('told in another story');
  await workbench.problem('no-prevention').waitFor({ state: 'detached' });

  await workbench.command('Show Evidence…');
  await workbench.rows.filter({ hasText: 'not heard yet' }).first().waitFor();
  await picture('evidence list');
  await workbench.choose('Tradeoff');
  await workbench.choose('Write a sentence to fill in');
  await workbench.line(STORY, 'I chose [your option] over').waitFor();
  await picture('evidence written');
  await workbench.type('moving one message');
  await workbench.problem('no-tradeoff').waitFor({ state: 'detached' });
  await keyboard.press('Escape');

  await workbench.goToProblem('vague-verb');
  await workbench.followLink('Strong:', 'Change how much it matters', () => picture('links on a finding'));
  await workbench.rows.filter({ hasText: 'as it is now' }).waitFor();
  await picture('levels of a finding');
  await workbench.choose('off');
  await workbench.choose('In this folder');
  await workbench.problem('vague-verb').waitFor({ state: 'detached' });
  expect(JSON.parse(onDisk('.vscode/settings.json'))).toEqual({ 'starwright.rules': { 'vague-verb': 'off' } });

  await workbench.save();
  expect(onDisk(STORY)).toContain('I chose moving one message over [other option]');
  expect(onDisk(STORY)).toContain('<!-- star-disable-next-line no-prevention -- told in another story -->\n## Action');

  await workbench.goToProblem('situation-too-long');
  await workbench.followLink('Strong:', 'More about it');
  await page.locator('.tab', { hasText: 'situation-too-long' }).waitFor();
});
