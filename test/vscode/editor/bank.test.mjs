import fs from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { journey } from '../rig/journey.mjs';
import { until } from '../rig/patience.mjs';

const FOLDER = path.join(import.meta.dirname, '../../bank/stories');
const STORIES = Object.fromEntries(fs.readdirSync(FOLDER).map((name) => [name, fs.readFileSync(path.join(FOLDER, name), 'utf8')]));
const SETTINGS = '.vscode/settings.json';
const BANK = { ...STORIES, [SETTINGS]: '{}' };
const MISTAKE = 'dropped-the-wrong-index.star.md';

journey('three views show a bank that nothing of is open, and follow it as it changes @vscode:bank', BANK, async ({ workbench, picture, writeOnDisk, removeOnDisk, highContrast }) => {
  const { page } = workbench;
  await workbench.openBank();
  await page.locator('.pane-header', { hasText: '12 stories, 1 draft' }).waitFor();
  await workbench.treeRow(/^I dropped the wrong index\. ready\. \d+ of 90 seconds\..*rehearsed/).waitFor();
  await picture('bank stories');

  await workbench.command('Starwright: Group Stories by Status');
  await workbench.treeRow('Ready. 10 stories').waitFor();
  await workbench.command('Starwright: Filter Stories…');
  await workbench.choose('Drafts');
  await page.locator('.pane .message', { hasText: 'Drafts: 1 of 12' }).waitFor();
  await workbench.treeRow('Ready. 10 stories').waitFor({ state: 'detached' });
  await picture('bank filtered');
  await workbench.command('Starwright: Show All Stories');

  writeOnDisk(MISTAKE, STORIES[MISTAKE].replace(/^---\n/, '---\nstatus: draft\n'));
  await workbench.treeRow(/^I dropped the wrong index\. draft\./).waitFor();
  removeOnDisk(MISTAKE);
  await workbench.treeRow(/^I dropped the wrong index/).waitFor({ state: 'detached' });

  await workbench.treeRow(/^Write next: /).waitFor();
  await workbench.treeRow(/^Parcels before Christmas\. ready/).click();
  await workbench.editor('parcels-before-christmas.star.md').waitFor();
  await highContrast();
  await picture('bank stories high contrast');
  expect(await page.locator('.notification-toast').count()).toBe(0);
}, { closed: true });

journey('a story is retired from its row, and an open one made a draft with one undo to take it back @vscode:bank', BANK, async ({ workbench, picture, onDisk }) => {
  const { page, keyboard } = workbench;
  await workbench.openBank();
  // A menu of a row goes with the row, and while stories are read the rows are drawn anew.
  await page.locator('.pane-header', { hasText: '12 stories, 1 draft' }).waitFor();
  await page.locator('.pane .message', { hasText: 'Reading stories' }).waitFor({ state: 'detached' });
  // Rows move while stories are read, and a click can meet another one: the menu has to be this row's.
  const mistakeIsMeant = page.locator('.monaco-list-row.focused', { hasText: 'I dropped the wrong index' });
  const entry = page.locator('.monaco-workbench').filter({ has: mistakeIsMeant }).locator('.monaco-menu').getByText('Set Status…');
  await until(entry, () => workbench.treeRow(/^I dropped the wrong index\. ready/).click({ button: 'right' }), { undo: () => keyboard.press('Escape') });
  await picture('bank set status');
  // A menu that just opened can swallow a click.
  await until(workbench.question('What is this story now?'), () => entry.click());
  await workbench.choose('Retired');
  await workbench.treeRow(/^I dropped the wrong index\. retired/).waitFor();
  await expect.poll(() => onDisk(MISTAKE)).toContain('status: retired\n');

  await workbench.treeRow(/^Parcels before Christmas\. ready/).click();
  await workbench.editor('parcels-before-christmas.star.md').waitFor();
  await workbench.command('Starwright: Set Status…');
  await workbench.choose('Draft');
  await workbench.treeRow(/^Parcels before Christmas\. draft/).waitFor();
  expect(onDisk('parcels-before-christmas.star.md')).toBe(STORIES['parcels-before-christmas.star.md']);
  await workbench.undo('parcels-before-christmas.star.md');
  await workbench.treeRow(/^Parcels before Christmas\. ready/).waitFor();

  await workbench.treeRow(/^Themes of /).click();
  await workbench.treeRow(/^Signals\./).click();
  await workbench.treeRow(/^About single stories/).click();
  await workbench.press('End', workbench.treeRow(/^[A-Z][^.]*\. \d+ (?:story|stories)\.$/));
  await picture('bank advice');
}, { closed: true });

journey('the matrix opens its stories and can be kept, a question finds its story, and a day its plan @vscode:match @vscode:coverage', BANK, async ({ workbench, picture, onDisk, highContrast }) => {
  const { page } = workbench;
  const inPage = () => page.frameLocator('.webview.ready >> visible=true').frameLocator('iframe');

  await workbench.command('Starwright: Show Coverage Matrix');
  await inPage().getByRole('link', { name: 'Parcels before Christmas' }).first().waitFor();
  await picture('bank matrix');
  await workbench.command('Starwright: Save Coverage Matrix as HTML or Markdown…');
  await workbench.choose('Markdown');
  await page.locator('.quick-input-widget', { hasText: 'Save Page' }).waitFor();
  await workbench.accept();
  await expect.poll(() => onDisk('coverage.md')).toContain('# Coverage of your stories');
  await inPage().getByRole('link', { name: 'Parcels before Christmas' }).first().click();
  await workbench.editor('parcels-before-christmas.star.md').waitFor();

  await workbench.command('Starwright: Match a Question…');
  await workbench.answer('Tell me about a time', 'Tell me about a mistake you made in production');
  await workbench.rows.first().filter({ hasText: 'I dropped the wrong index' }).waitFor();
  await picture('bank match');
  await workbench.accept();
  await workbench.editor(MISTAKE).waitFor();

  await workbench.command('Starwright: Plan an Interview Day…');
  await workbench.choose('Backend or infrastructure');
  await inPage().getByRole('heading', { name: 'On-call round' }).waitFor();
  await highContrast();
  await picture('bank plan high contrast');
});

journey('a folder without stories says how to begin', { 'notes.txt': 'Nothing yet.\n' }, async ({ workbench, picture }) => {
  await workbench.openBank();
  await workbench.page.getByRole('button', { name: 'Quick Capture…' }).waitFor();
  await picture('bank empty');
}, { closed: true });
