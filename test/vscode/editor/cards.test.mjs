import { expect } from 'vitest';
import { journey } from '../rig/journey.mjs';

const STORY = 'parcel-queue.star.md';
const SETTINGS = '.vscode/settings.json';
const TEXT = `---
star: 1
aliases: { Fabrikam Parcels: a parcel carrier }
---
# The queue that lost labels

## Situation

Fabrikam Parcels lost labels every Monday, when the disk of the label queue was full. Two depots waited for an hour each time.

## Task

I owned the queue and had to end this before the season.

## Action

I read the logs of four Mondays and saw one report write every label twice. I moved the report to a replica and gave the queue a disk of its own.

## Result

Late labels went from 40 a week to 2. **Nobody waits on a Monday any more.**

## Do not claim

- That no label was lost

## Follow-ups

- Why a replica and not a smaller report?
`;

journey('a story is taken along: its card beside it, cards in a file, lines for a résumé @vscode:export', { [STORY]: TEXT, [SETTINGS]: '{ "files.simpleDialog.enable": true }' }, async ({ workbench, picture, onDisk, highContrast }) => {
  const { page } = workbench;
  await workbench.command('Show Cue Card');
  const card = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  await card.getByText('Open with').waitFor();
  await card.locator('.landing', { hasText: 'Nobody waits on a Monday any more.' }).waitFor();
  await picture('cue card');
  await workbench.goTo(9);
  await workbench.type('In May ');
  await card.locator('.opener', { hasText: 'In May Fabrikam Parcels lost labels' }).waitFor();
  await workbench.save();

  await workbench.command('Export Cue Cards');
  await workbench.asked('Which stories?');
  await picture('export which stories');
  await workbench.choose('The open story');
  await workbench.asked('As what?');
  await workbench.choose('Markdown');
  await workbench.asked('With the names');
  await workbench.choose('Without names');
  await page.locator('.quick-input-widget', { hasText: 'Export cue cards' }).waitFor();
  await page.waitForFunction(() => document.querySelector('.quick-input-widget .quick-input-box input')?.value.endsWith('/cue-cards.md'));
  await picture('export where to');
  await workbench.accept();
  await workbench.toast('The cards of 1 story are in cue-cards.md').waitFor();
  await picture('exported');
  expect(onDisk('cue-cards.md')).toMatch(/\*\*Open with:\*\* In May a parcel carrier lost labels every Monday/);
  await page.locator('.notification-toast').getByRole('button', { name: 'Open' }).click();
  await workbench.editor('cue-cards.md').waitFor();

  await workbench.openFile(STORY);
  await workbench.command('Copy Résumé Lines');
  await workbench.toast('Copied').waitFor();
  await picture('resume lines');
  await highContrast();
  await picture('cue card high contrast');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^(Read|Moved) .*\n(Read|Moved) .*\[what came of it, in figures\]$/);
});
