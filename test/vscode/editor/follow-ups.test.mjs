import { expect } from 'vitest';
import { PLAIN_MARKDOWN } from '../stories.ts';
import { journey } from '../rig/journey.mjs';

const STORY = 'stuck-importer.star.md';
const TEXT = `---
star: 1
shape: production-incident
---

# The stuck importer

## Situation

One Monday the nightly import of prices had stopped, and 60 shops sold at the prices of Friday.

## Task

I was on call and owned the import.

## Action

I restarted the importer at seven. The root cause was a lock that a backup held. I moved the backup to noon rather than to another machine. I also added an alert on the age of the last price.

## Result

Late imports went from four a month to none.
`;

journey('what they would ask next stands beside the story, and is written into it @vscode:questions', { [STORY]: TEXT, 'notes.md': PLAIN_MARKDOWN }, async ({ workbench, picture, onDisk }) => {
  const { page } = workbench;
  const rows = page.locator('.pane').filter({ has: page.locator('.pane-header', { hasText: 'What Would They Ask Next?' }) }).locator('.monaco-list-row');
  const row = (text) => rows.filter({ hasText: text }).first();
  const unprepared = rows.filter({ hasText: 'line' }).filter({ hasNotText: 'prepared' }).first();
  await workbench.command('Starwright: What Would They Ask Next?');
  await row('How did you know that the restart was not hiding the cause?').filter({ hasText: 'line 18' }).waitFor();
  await row('From what you say').waitFor();
  expect(await row('restart').getAttribute('aria-label')).toMatch(/line 18 A restart makes the sign go away/);
  await picture('what they would ask next');

  await row('restart').click();
  await page.locator('.statusbar-item', { hasText: /Ln 18, Col \d+ \(\d+ selected\)/ }).waitFor();

  await row('restart').hover();
  await row('restart').locator('.action-label[aria-label="Add Under Follow-ups"]').click();
  await row('restart').filter({ hasText: 'prepared' }).waitFor();
  await workbench.save();
  expect(onDisk(STORY)).toBe(`${TEXT}\n## Follow-ups\n\n- How did you know that the restart was not hiding the cause?\n  - [answer in one line]\n`);

  await page.locator('.pane-header, .composite.title').locator('.action-label[aria-label="Add All Under Follow-ups"]').first().click();
  await unprepared.waitFor({ state: 'detached' });
  await picture('every question prepared');

  await workbench.undo(STORY);
  await unprepared.waitFor();
  await row('restart').filter({ hasText: 'prepared' }).waitFor();
  await workbench.save();
  expect(onDisk(STORY).match(/\[answer in one line\]/g)).toHaveLength(1);

  await workbench.openFile('notes.md');
  await page.locator('.pane-body', { hasText: 'Open a story to see what an interviewer would ask' }).first().waitFor();
  await picture('what they would ask next of no story');
});
