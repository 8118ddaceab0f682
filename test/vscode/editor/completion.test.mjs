import { expect } from 'vitest';
import { STORY_WITHOUT_RESULT } from '../stories.ts';
import { journey } from '../rig/journey.mjs';

const EMPTY = 'late-ferries.star.md';
const STORY = 'slow-search.star.md';

journey('an empty story begins with front matter, its kind is chosen from a list, and a slot is offered words @vscode:completion', { [EMPTY]: '', [STORY]: `${STORY_WITHOUT_RESULT}\nI chose [your option] over waiting.\n` }, async ({ workbench, picture, onDisk }) => {
  const { keyboard, page } = workbench;
  const offered = (text) => page.locator('.suggest-widget.visible .monaco-list-row').filter({ hasText: text }).first();
  const chosen = (text) => page.locator('.suggest-widget.visible .monaco-list-row.focused').filter({ hasText: text }).first();

  await workbench.goToEnd(EMPTY);
  // The server has to be up before a character can ask it.
  await workbench.suggestion('Front matter');
  await keyboard.press('Escape');
  await keyboard.type('---');
  await chosen('Front matter').waitFor();
  await picture('completion empty story');
  await keyboard.press('Enter');
  await workbench.line(EMPTY, 'status: draft').waitFor();
  await keyboard.type('Late ferries');
  await keyboard.press('Escape');
  await keyboard.press('End');

  await keyboard.press('Enter');
  await keyboard.type('sha');
  await workbench.suggestion('shape');
  await picture('completion keys');
  await keyboard.press('Enter');
  // The list is drawn in part: its first row tells that it is there.
  await offered('ambiguous-project').waitFor();
  await keyboard.type('prod');
  await chosen('production-incident').waitFor();
  await picture('completion shape');
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await keyboard.type('signals:');
  await page.locator('.suggest-widget.visible .monaco-list-row').first().waitFor();
  await keyboard.type('own');
  await chosen('ownership').waitFor();
  await keyboard.press('Enter');
  await workbench.save();
  expect(onDisk(EMPTY)).toBe('---\nstar: 1\ntitle: "Late ferries"\nshape: production-incident\nsignals: ownership\nstatus: draft\n---\n');

  await workbench.goTo(4, 10);
  await workbench.hover('Production incident');
  await picture('hover shape');
  await keyboard.press('Escape');

  await workbench.openFile(STORY);
  await workbench.goToText(STORY, '[your option]');
  await workbench.suggestion('a fix forward');
  await picture('completion slot');
  await keyboard.press('Enter');
  await workbench.line(STORY, 'I chose a rollback over waiting.').waitFor();
  await workbench.goToEnd(STORY);
  // Had anything popped up in the prose, Enter would have taken it.
  await keyboard.type('We said: three, no - four [of them] #');
  await keyboard.press('Enter');
  await keyboard.type('#');
  await offered('### Diagnosis').waitFor();
  await picture('completion steps');
  await keyboard.press('Escape');
  await workbench.save();
  expect(onDisk(STORY)).toContain('\nWe said: three, no - four [of them] #\n#');
});
