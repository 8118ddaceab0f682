import { expect } from 'vitest';
import { journey } from '../rig/journey.mjs';

const POSTMORTEM = `# Postmortem: parcels without labels

## Summary

For 52 minutes the depot in the north printed no labels, and 1,310 parcels missed the first truck.

## Timeline

- 05:40 first empty label
- 06:32 labels print again

## Root cause

A font update renamed the file that the label template asked for.

## Action items

1. Compare a printed label with a stored picture every hour
`;

journey('New Story… from the Explorer, by keyboard: a question, a kind that answers it, in the folder itself @vscode:new-story @vscode:questions', { 'notes.md': '# Notes\n', 'on-call/rota.md': '# Rota\n' }, async ({ workbench, picture, onDisk }) => {
  const { page, keyboard } = workbench;
  await workbench.command('File: Focus on Files Explorer');
  await page.locator('.explorer-folders-view .monaco-list-row.selected', { hasText: 'notes.md' }).waitFor();
  await workbench.press('Home', page.locator('.explorer-folders-view .monaco-list-row.focused', { hasText: 'on-call' }));
  await workbench.openMenuAt('New Story…');
  await picture('explorer menu');
  await workbench.press('Enter', workbench.question('What kind of story is it?'));
  await workbench.rows.first().waitFor();
  await picture('new story kinds and question');
  await workbench.accept();
  await workbench.asked('Pick a question, or type one of your own');
  await workbench.input.fill('first sign to the last');
  await workbench.rows.filter({ hasText: 'In your own words' }).waitFor();
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: 'Pick an incident you saw through' }).waitFor();
  await picture('new story question');
  await workbench.accept();
  await workbench.asked('Which kind of story will answer it?');
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: 'Production incident' }).waitFor();
  await picture('new story kinds for a question');
  await workbench.accept();
  await workbench.answer('Payment timeout storm', 'Labels on a Monday');

  await workbench.editor('on-call/labels-on-a-monday.star.md').waitFor();
  await workbench.line('labels-on-a-monday.star.md', '- incident-end-to-end').waitFor();
  await page.locator('.tab.active:not(.dirty)').waitFor();
  await picture('new story from a question');
  expect(onDisk('on-call/labels-on-a-monday.star.md')).toContain('title: "Labels on a Monday"\nshape: production-incident\n');
});

journey('Quick Capture… makes a draft of three lines, with a way back', { 'readme.md': '# Readme\n' }, async ({ workbench, picture, onDisk }) => {
  const { page, keyboard } = workbench;
  await workbench.command('Starwright: Quick Capture…');
  await workbench.answer('What happened?', 'The depot printed no labels');
  await workbench.asked('What did you do?');
  await page.getByRole('button', { name: 'Back' }).click();
  await workbench.asked('What happened?');
  expect(await workbench.input.inputValue()).toBe('The depot printed no labels');
  await workbench.answer('What happened?', 'The depot printed no labels for an hour');
  await workbench.answer('What did you do?', 'I put the old font back');
  await workbench.asked('What came of it?');
  await picture('quick capture');
  await workbench.accept();

  const file = 'the-depot-printed-no-labels-for-an-hour.star.md';
  await workbench.editor(file).waitFor();
  await workbench.line(file, '[what came of it]').waitFor();
  await page.locator('.tab.active:not(.dirty)').waitFor();
  await picture('captured draft');
  expect(onDisk(file)).toMatch(/^---\n\n## Situation\n\nThe depot printed no labels for an hour\n\n## Task\n\n\[what was yours to do\]\n\n## Action\n\nI put the old font back\n/m);
});

journey('Import as Story… makes a story of the postmortem that is open, beside it', { 'labels.md': POSTMORTEM }, async ({ workbench, picture, onDisk }) => {
  await workbench.command('Starwright: Import as Story…');
  const file = 'postmortem-parcels-without-labels.star.md';
  await workbench.editor(file).or(workbench.rows.filter({ hasText: 'The open document' })).first().waitFor();
  if (await workbench.rows.first().isVisible()) await workbench.choose('The open document');
  await workbench.editor(file).waitFor();
  await workbench.line(file, '## Situation').waitFor();
  await picture('imported postmortem');
  expect(onDisk('labels.md')).toBe(POSTMORTEM);
  expect(onDisk(file).match(/^##+ .*/gm)).toEqual(['## Situation', '### Summary', '## Action', '### Root cause', '### Action items', '## Notes', '### Timeline']);
});
