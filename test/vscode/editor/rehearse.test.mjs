import fs from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { journey } from '../rig/journey.mjs';
import { until } from '../rig/patience.mjs';

const HERE = import.meta.dirname;
const SEATS = 'seat-inventory-migration.star.md';
const STORY = fs.readFileSync(path.join(HERE, '../../../examples', SEATS), 'utf8');
const SAID = fs.readFileSync(path.join(HERE, '../../transcripts/seats-rambling.txt'), 'utf8');
const SETTINGS = '.vscode/settings.json';
const EMPTY = 'nothing-yet.star.md';

const pageOf = (page) => page.frameLocator('.webview.ready >> visible=true').frameLocator('#active-frame');

journey('a story is told from cues against the clock, and the rehearsal is noted when the person says so @vscode:rehearse', { [SEATS]: STORY, [EMPTY]: '# Nothing yet\n', [SETTINGS]: '{}' }, async ({ workbench, picture, onDisk, highContrast }) => {
  const { page } = workbench;
  const panel = pageOf(page);
  const clock = panel.locator('#clock');
  const live = panel.locator('[aria-live=polite]');

  await page.getByRole('button', { name: 'Rehearse', exact: true }).first().click();
  await panel.getByRole('button', { name: 'Start', exact: true }).waitFor();
  await expect.poll(() => panel.locator('#cues li').count()).toBe(5);
  await picture('rehearse before');
  await expect.poll(() => panel.locator('#start').evaluate((start) => document.hasFocus() && start === document.activeElement)).toBe(true);
  await workbench.press('Space', live.filter({ hasText: 'Situation begins.' }), 'attached');
  await clock.filter({ hasText: '0:02 / 1:30' }).waitFor();
  await workbench.press('n', panel.getByText('You are in Task; next comes Action.'));
  await picture('rehearse running');
  await workbench.press('Space', live.filter({ hasText: /Paused at 0:0/ }), 'attached');

  // Closed in the middle of it: nothing is lost.
  await page.locator('.tab.active', { hasText: /Rehearse:/ }).click({ button: 'middle' });
  await panel.locator('#clock').waitFor({ state: 'detached' });
  await workbench.command('Starwright: Rehearse');
  await panel.getByText(/was at 0:0\d when its panel or its window was closed/).waitFor();
  await picture('rehearse taken up again');
  await panel.getByRole('button', { name: 'Go On' }).first().click();
  await clock.filter({ hasText: /0:0[3-9]/ }).waitFor();
  await workbench.press('Escape', panel.getByText(/^You took 0:\d\d, which is \d:\d\d under the 1:30 there is\.$/));
  expect(await panel.getByRole('row').filter({ hasText: /^\s*Task/ }).count()).toBe(1);
  await panel.getByLabel('A note for the next time').fill('Breathe before the result');
  await panel.getByLabel('Keep the note in the story, too').check();
  await highContrast();
  await picture('rehearse finished high contrast');
  await panel.getByRole('button', { name: 'Note It' }).click();
  await panel.getByText('It stands at the top of the story now.').waitFor();
  await workbench.into(SEATS);
  await workbench.save();
  await expect.poll(() => onDisk(SEATS)).toMatch(/\n {2}- \{ date: \d{4}-\d\d-\d\d, seconds: \d+, note: "Breathe before the result" \}\n---\n/);
  await workbench.undo(SEATS);
  await page.locator('.tab.dirty').waitFor();
  await workbench.save();
  await expect.poll(() => onDisk(SEATS)).toBe(STORY);

  await workbench.openFile(EMPTY);
  await workbench.command('Starwright: Rehearse');
  await panel.getByText('There is nothing to tell yet.').waitFor();
  await panel.getByRole('button', { name: 'Start', exact: true }).click();
  await clock.filter({ hasText: '0:01 / 1:30' }).waitFor();
  expect(await page.locator('.notification-toast').count()).toBe(0);
});

const INTERRUPTED = /was at 0:\d\d when its panel or its window was closed/;

/** No file is given to the window as it opens: then VS Code would not bring back what was open when it reloads. */
async function begunIn(workbench) {
  const panel = pageOf(workbench.page);
  await workbench.openFile(SEATS);
  await workbench.command('Starwright: Rehearse');
  await panel.getByRole('button', { name: 'Start', exact: true }).click();
  await panel.locator('#clock').filter({ hasText: /0:(?!0[01])\d\d \/ 1:30/ }).waitFor();
  return panel;
}

journey('a rehearsal that is open when the window reloads is there again, paused @vscode:rehearse', { [SEATS]: STORY }, async ({ workbench, picture }) => {
  const panel = await begunIn(workbench);
  await workbench.command('Developer: Reload Window');
  await panel.getByText(INTERRUPTED).waitFor();
  await picture('rehearse after a reload');
  await panel.getByRole('button', { name: 'Go On' }).first().click();
  await panel.getByRole('button', { name: 'Pause' }).waitFor();
}, { closed: true });

journey('a rehearsal that was closed in the middle of it is offered again after a reload @vscode:rehearse', { [SEATS]: STORY }, async ({ workbench }) => {
  const panel = await begunIn(workbench);
  await workbench.page.locator('.tab', { hasText: /Rehearse:/ }).click({ button: 'middle' });
  await panel.locator('#clock').waitFor({ state: 'detached' });
  await workbench.command('Developer: Reload Window');
  await workbench.into(SEATS);
  await workbench.command('Starwright: Rehearse');
  await panel.getByText(INTERRUPTED).waitFor();
}, { closed: true });

journey('what was said is held against the story, and each place is a step away', { [SEATS]: STORY, [SETTINGS]: '{}' }, async ({ workbench, picture, highContrast }) => {
  const { page } = workbench;
  const report = pageOf(page);
  await page.evaluate((text) => navigator.clipboard.writeText(text), SAID);
  await workbench.command('Starwright: Hold a Transcript Against the Story…');
  await workbench.rows.filter({ hasText: 'Take the clipboard' }).waitFor();
  await picture('transcript from where');
  await workbench.choose('Take the clipboard');
  await report.getByRole('heading', { name: 'Not said' }).waitFor();
  await page.locator('.codelens-decoration', { hasText: /nothing\sis\ssaved/ }).waitFor();
  // Lenses are drawn anew as they change, and a click can meet one that goes.
  await until(workbench.question('In seconds'), () => page.locator('.codelens-decoration a', { hasText: /Say\sHow\sLong/ }).click());
  await workbench.answer('In seconds', '131');
  await page.locator('.codelens-decoration a', { hasText: /It\stook\s131/ }).waitFor();
  await workbench.into('Untitled-1');
  await workbench.press('Control+Enter', report.getByText(/words in 131 seconds, 41 over the 90 there are/));
  await picture('transcript reviewed');
  expect(await page.locator('[class*="squiggly"]').count()).toBe(0);

  // By keyboard, once the page has it: VS Code can hand it to a page after the click on it was answered.
  const link = report.getByRole('list').nth(1).getByRole('link').first();
  await link.focus();
  await page.locator('.statusbar-item', { hasText: /^Ln \d/ }).waitFor({ state: 'hidden' });
  await link.press('Enter');
  await page.locator('.statusbar-item', { hasText: /selected\)/ }).waitFor();
  await page.locator(`.monaco-editor.focused[data-uri$="${SEATS}"]`).waitFor();
  await highContrast();
  await picture('transcript high contrast');
  await workbench.into('Untitled-1');
  await workbench.command('Starwright: Throw the Transcript Away');
  await page.locator('.editor-instance .monaco-editor[data-uri^="untitled:"]').waitFor({ state: 'detached' });
  expect(await page.locator('.monaco-dialog-box').count()).toBe(0);
});
