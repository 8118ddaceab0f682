import { expect } from 'vitest';
import { LONG_STORY, PLAIN_MARKDOWN } from '../stories.ts';
import { journey } from '../rig/journey.mjs';

const STORY = 'late-labels.star.md';

journey('the time is always there, and what to cut first is one step away', { [STORY]: LONG_STORY, 'notes.md': PLAIN_MARKDOWN }, async ({ workbench, picture, onDisk }) => {
  const { page } = workbench;
  const time = page.locator('.statusbar-item.right[id*="starwright.time"]');
  await time.filter({ hasText: /^\d+ s \/ 90 s, \d+ s over$/ }).waitFor();
  expect(await time.locator('[role="button"]').getAttribute('aria-label')).toMatch(/takes \d+ of 90 seconds to say, \d+ seconds over/);
  await time.hover();
  await page.locator('.monaco-hover table:visible').filter({ hasText: 'Together' }).waitFor();
  await picture('time in the status bar');

  await page.locator('.statusbar-item[id="status.languageStatus"]').hover();
  await page.locator('.hover-language-status:visible').filter({ hasText: 'Balanced' }).filter({ hasText: 'Change Profile' }).first().waitFor();
  await picture('profile beside the language');

  await workbench.command('Starwright: What to Cut First…');
  await workbench.choose('90 seconds');
  await workbench.rows.first().filter({ hasText: /The depot stands between two motorways.*7 s · / }).waitFor();
  await page.locator('.quick-input-titlebar').filter({ hasText: /Move to Notes: \d+ s become \d+ s of 90 s/ }).waitFor();
  await picture('what to cut first');
  await workbench.accept();
  await time.filter({ hasText: /^\d+ s \/ 90 s$/ }).waitFor();
  await picture('cut to fit');
  await workbench.save();
  expect(onDisk(STORY)).toMatch(/## Notes\n\n- The depot stands between two motorways/);

  await workbench.undo(STORY);
  await time.filter({ hasText: 'over' }).waitFor();
  await workbench.save();
  expect(onDisk(STORY)).toBe(LONG_STORY);

  await workbench.openFile('notes.md');
  await time.waitFor({ state: 'hidden' });
});
