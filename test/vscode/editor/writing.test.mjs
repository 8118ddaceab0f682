import { expect } from 'vitest';
import { STORY_WITHOUT_RESULT, WEAK_STORY } from '../stories.ts';
import { journey } from '../rig/journey.mjs';

journey('a snippet writes the sentence, with its slots as tab stops', { 'slow-search.star.md': `${STORY_WITHOUT_RESULT}\n` }, async ({ workbench, picture, onDisk }) => {
  await workbench.squiggles('slow-search.star.md', 'warning').first().waitFor();
  await workbench.goToEnd('slow-search.star.md');
  await workbench.type('star-result');
  await workbench.suggestion('star-result');
  await picture('snippet');
  await workbench.keyboard.press('Enter');
  await workbench.type('the next month');
  await workbench.keyboard.press('Tab');
  await workbench.type('search time');
  await workbench.line('slow-search.star.md', 'Over the next month, search time went from').waitFor();
  await workbench.keyboard.press('Escape');
  await workbench.save();
  expect(onDisk('slow-search.star.md')).toContain('Over the next month, search time went from [before] to [after]');
});

journey('New Story… asks for a kind and a title, and never overwrites @vscode:new-story', { 'a-night-on-call.star.md': WEAK_STORY }, async ({ workbench, picture, onDisk }) => {
  await workbench.command('Starwright: New Story…');
  await workbench.rows.first().waitFor();
  await picture('new story');
  await workbench.choose('Production incident');
  await workbench.answer('Payment timeout storm', 'A night on call');

  await workbench.editor('a-night-on-call-2.star.md').waitFor();
  await workbench.line('a-night-on-call-2.star.md', '# A night on call').waitFor();
  await workbench.squiggles('a-night-on-call-2.star.md', 'info').first().waitFor();
  await picture('fresh template');
  expect(onDisk('a-night-on-call.star.md')).toBe(WEAK_STORY);
});

journey('Insert Template… puts a sentence at the cursor', { 'slow-search.star.md': `${STORY_WITHOUT_RESULT}\n` }, async ({ workbench }) => {
  await workbench.goToEnd('slow-search.star.md');
  await workbench.command('Starwright: Insert Template…');
  await workbench.choose('What you chose, over what, at what cost');
  await workbench.line('slow-search.star.md', 'I chose [your option] over').waitFor();
});
