import { expect } from 'vitest';
import { WEAK_STORY } from '../stories.ts';
import { journey } from '../rig/journey.mjs';

const STORY = 'ticket-sale.star.md';
const BETTER = WEAK_STORY.replace('I fixed the problem. ', '');

journey('a sentence is judged when it is written, and a story for as long as it is there', { [STORY]: BETTER }, async ({ workbench, picture, writeOnDisk }) => {
  await workbench.goToProblem('no-tradeoff');
  expect(await workbench.problem('vague-verb').count()).toBe(0);

  // typed, and judged once the person pauses: nobody saves or leaves
  await workbench.goToText(STORY, 'drained the queue.');
  await workbench.keyboard.press('End');
  await workbench.type(' I fixed the problem');
  await workbench.problem('vague-verb').waitFor();
  await picture('judged after a pause');

  // the other side of a diff is no story of the person's
  await workbench.command('File: Compare Active File with Saved');
  const side = (which) => workbench.page.locator(`.monaco-diff-editor .editor.${which}`);
  await side('original').locator('.view-line', { hasText: 'malformed' }).waitFor();
  await side('modified').locator('.squiggly-warning').first().waitFor();
  expect(await side('original').locator('[class*="squiggly-"]').count()).toBe(0);
  await picture('diff view');
  await workbench.command('View: Revert and Close Editor');
  await workbench.openFile(STORY);
  await workbench.problem('vague-verb').waitFor({ state: 'detached' });

  // edited by another program
  writeOnDisk(STORY, WEAK_STORY);
  await workbench.problem('vague-verb').waitFor();

  // renamed, it is no story any more, and renamed back it is one again
  await rename(workbench, 'ticket-sale.md');
  await workbench.problem('vague-verb').waitFor({ state: 'detached' });
  await picture('renamed away');
  await rename(workbench, STORY);
  await workbench.problem('vague-verb').waitFor();
});

/** Renames the open file in the Explorer. */
async function rename(workbench, name) {
  await workbench.command('File: Reveal Active File in Explorer View');
  await workbench.page.locator('.explorer-folders-view .monaco-list-row.focused').waitFor();
  const box = workbench.page.locator('.explorer-folders-view .monaco-inputbox input');
  await workbench.press('F2', box);
  await box.fill(name);
  await box.press('Enter');
  await workbench.editor(name).waitFor();
}
