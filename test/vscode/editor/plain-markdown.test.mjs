import { expect } from 'vitest';
import { PLAIN_MARKDOWN, WEAK_STORY } from '../stories.ts';
import { journey } from '../rig/journey.mjs';

journey('plain Markdown is left alone', { 'notes.md': PLAIN_MARKDOWN, 'ticket-sale.star.md': WEAK_STORY }, async ({ workbench, picture }) => {
  // once the story beside it is reviewed, the server is there and would have had its say
  await workbench.openFile('ticket-sale.star.md');
  await workbench.squiggles('ticket-sale.star.md', 'warning').first().waitFor();

  await workbench.openFile('notes.md');
  await workbench.type('x');
  await workbench.page.locator('.tab.active.dirty').waitFor();
  for (const severity of ['error', 'warning', 'info', 'hint']) {
    expect(await workbench.squiggles('notes.md', severity).count()).toBe(0);
  }
  const problems = await workbench.problems();
  await problems.filter({ hasText: 'ticket-sale.star.md' }).waitFor();
  expect(await problems.filter({ hasText: 'notes.md' }).count()).toBe(0);
  await picture('plain markdown');
});

journey('Check All Stories finds what is in files that nobody opened', { 'notes.md': PLAIN_MARKDOWN, 'ticket-sale.star.md': WEAK_STORY }, async ({ workbench, picture }) => {
  await workbench.command('Starwright: Check All Stories');
  await workbench.toast('1 story checked').waitFor();
  await workbench.problem('no-tradeoff').waitFor();
  await picture('check all stories');
});
