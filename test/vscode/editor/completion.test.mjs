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
  await workbench.type('---');
  await chosen('Front matter').waitFor();
  await picture('completion empty story');
  await workbench.press('Enter', workbench.line(EMPTY, 'status: draft'));
  await workbench.type('Late ferries');
  await keyboard.press('Escape');
  await keyboard.press('End');

  await keyboard.press('Enter');
  await workbench.type('sha');
  await workbench.suggestion('shape');
  await chosen('shape').waitFor();
  await picture('completion keys');
  await keyboard.press('Enter');
  // The list is drawn in part: its first row tells that it is there.
  await offered('ambiguous-project').waitFor();
  await workbench.type('prod');
  await chosen('production-incident').waitFor();
  await picture('completion shape');
  await workbench.press('Enter', workbench.line(EMPTY, 'shape: production-incident'));
  await keyboard.press('Enter');
  await workbench.type('signals:');
  await page.locator('.suggest-widget.visible .monaco-list-row').first().waitFor();
  await workbench.type('own');
  await chosen('ownership').waitFor();
  await workbench.press('Enter', workbench.line(EMPTY, 'signals: ownership'));
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
  await workbench.press('Enter', workbench.line(STORY, 'I chose a rollback over waiting.'));
  await workbench.goToEnd(STORY);
  // Had anything popped up in the prose, Enter would have taken it.
  await workbench.type('We said: three, no - four [of them] #');
  await keyboard.press('Enter');
  await workbench.type('#');
  await offered('### Diagnosis').waitFor();
  await picture('completion steps');
  await keyboard.press('Escape');
  await workbench.save();
  expect(onDisk(STORY)).toContain('\nWe said: three, no - four [of them] #\n#');
});
