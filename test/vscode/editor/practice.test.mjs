import fs from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { journey } from '../rig/journey.mjs';

const FOLDER = path.join(import.meta.dirname, '../../bank/stories');
const BANK = Object.fromEntries(fs.readdirSync(FOLDER).map((name) => [name, fs.readFileSync(path.join(FOLDER, name), 'utf8')]));

journey('what is due, a plan that is followed, a drill, and a mock round', BANK, async ({ workbench, picture }) => {
  const { page, keyboard } = workbench;
  await workbench.openBank();
  for (const view of ['Stories', 'Coverage']) await page.locator('.pane-header', { hasText: view }).first().click();
  await workbench.command('Starwright: Choose a Plan…');
  await workbench.choose('Eight hours');
  await workbench.treeRow(/^Hour 1: a page at night\. done/).waitFor();
  await workbench.treeRow(/^I dropped the wrong index\. not told yet/).waitFor();
  const company = (state) => workbench.treeRow(new RegExp(`^Hour 7: .*\\. ${state}`));
  await company('tick it').click();
  await company('done').waitFor();
  await keyboard.press('Enter');
  await company('tick it').waitFor();
  await picture('practice view');

  await workbench.command('Starwright: Drill: Which Story?');
  await workbench.asked('Which story do you tell?');
  await picture('practice drill');
  await workbench.asked('Time is up');
  await workbench.choose('I dropped the wrong index');
  await workbench.rows.filter({ hasText: 'Another question' }).waitFor();
  await picture('practice drill revealed');
  await keyboard.press('Escape');

  await workbench.command('Starwright: Rehearsal Checklist');
  await workbench.rows.first().click();
  await keyboard.press('Enter');
  await workbench.toast('Left for the next try').waitFor();

  await workbench.command('Starwright: Mock Round');
  await workbench.choose('What did you get wrong');
  await workbench.rows.first().filter({ hasText: 'I dropped the wrong index' }).click();
  await page.locator('.view-line', { hasText: 'Your answer' }).waitFor();
  await keyboard.type('I was cleaning up unused indexes on the tracking database, and I dropped one that the courier app needed, because its name was one letter off. I saw the latency climb, said in the channel that it was me, rebuilt it concurrently, and moved the app to a replica meanwhile. No scan was lost. ');
  for (const heading of ['## ', '## ', '## ', 'What they wanted to find out']) {
    const before = await page.locator('.view-line', { hasText: heading }).count();
    await workbench.command('Starwright: Next Probe');
    await expect.poll(() => page.locator('.view-line', { hasText: heading }).count()).toBeGreaterThan(before);
  }
  await picture('practice mock round');
}, { closed: true });
