import fs from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { journey } from '../rig/journey.mjs';

const FOLDER = path.join(import.meta.dirname, '../../bank/stories');
const BANK = Object.fromEntries(fs.readdirSync(FOLDER).map((name) => [name, fs.readFileSync(path.join(FOLDER, name), 'utf8')]));

journey('what is due, a plan that is followed, a drill, and a mock round', BANK, async ({ workbench, picture }) => {
  const { page } = workbench;
  await workbench.openBank();
  for (const view of ['Stories', 'Coverage']) await page.locator('.pane-header', { hasText: view }).first().click();
  await workbench.command('Starwright: Choose a Plan…');
  await workbench.choose('Eight hours');
  await workbench.treeRow(/^Hour 1: a page at night\. done/).waitFor();
  await workbench.treeRow(/^I dropped the wrong index\. not told yet/).waitFor();
  const company = (state) => workbench.treeRow(new RegExp(`^Hour 7: .*\\. ${state}`));
  await company('tick it').click();
  await company('done').waitFor();
  await workbench.press('Enter', company('tick it'));
  await picture('practice view', page.locator('.part.sidebar'));

  await workbench.command('Starwright: Drill: Which Story?');
  await workbench.asked('Which story do you tell?');
  await picture('practice drill');
  await workbench.asked('Time is up');
  await workbench.choose('I dropped the wrong index');
  await workbench.rows.filter({ hasText: 'Another question' }).waitFor();
  await picture('practice drill revealed');
  await workbench.leave();

  await workbench.command('Starwright: Rehearsal Checklist');
  await workbench.rows.first().click();
  await workbench.accept();
  await workbench.toast('Left for the next try').waitFor();

  await workbench.command('Starwright: Mock Round');
  await workbench.choose('What did you get wrong');
  await workbench.rows.first().filter({ hasText: 'I dropped the wrong index' }).click();
  await page.locator('.view-line', { hasText: 'Your answer' }).waitFor();
  await workbench.type('I was cleaning up unused indexes on the tracking database, and I dropped one that the courier app needed, because its name was one letter off. I saw the latency climb, said in the channel that it was me, rebuilt it concurrently, and moved the app to a replica meanwhile. No scan was lost. ');
  for (const heading of ['## ', '## ', '## ', 'What they wanted to find out']) {
    const before = await page.locator('.view-line', { hasText: heading }).count();
    await workbench.command('Starwright: Next Probe');
    await expect.poll(() => page.locator('.view-line', { hasText: heading }).count()).toBeGreaterThan(before);
  }
  await picture('practice mock round');
}, { closed: true });

const MISTAKE = 'dropped-the-wrong-index.star.md';
const NIGHT = 'label-queue-at-three.star.md';
const TWO = { [MISTAKE]: BANK[MISTAKE], [NIGHT]: BANK[NIGHT], '.vscode/settings.json': '{ "workbench.colorTheme": "Default High Contrast" }' };

journey('the follow-ups of a story are asked one by one, and a plan opens what is next, in high contrast @vscode:rehearse @vscode:questions', TWO, async ({ workbench, picture }) => {
  const { page } = workbench;
  const asked = (nth) => page.locator('.quick-input-title', { hasText: `${nth} of` });
  await workbench.command('Starwright: Drill: Follow-ups');
  await asked(1).waitFor();
  await picture('practice follow ups high contrast');
  await workbench.rows.filter({ hasText: 'Next' }).first().click();
  await asked(2).waitFor();
  await workbench.rows.filter({ hasText: 'Add to Follow-ups' }).first().click();
  await asked(3).waitFor();
  await workbench.leave();
  await workbench.goToEnd(MISTAKE);
  await workbench.line(MISTAKE, 'Follow-ups').waitFor();
  await page.locator('.tab.active.dirty').waitFor();

  await workbench.openBank();
  for (const view of ['Stories', 'Coverage']) await page.locator('.pane-header', { hasText: view }).first().click();
  await workbench.command('Starwright: Choose a Plan…');
  await workbench.choose('The night before');
  const themes = workbench.treeRow(/^A story for each of eight themes\. next\. 2 of 8/);
  await themes.waitFor();
  await picture('practice high contrast', page.locator('.part.sidebar'));
  await themes.click();
  await page.locator('.quick-input-title', { hasText: 'New Story' }).waitFor();
  await workbench.leave();

  await workbench.command('Starwright: Choose a Plan…');
  await workbench.choose('Tonight');
  await workbench.treeRow(/^Say it aloud\. next/).click();
  const panel = page.frameLocator('.webview.ready >> visible=true').frameLocator('#active-frame');
  await panel.getByRole('heading', { name: 'The label queue at three in the morning' }).waitFor();
  await panel.getByRole('button', { name: 'Start', exact: true }).waitFor();
  await picture('rehearse high contrast');
});
