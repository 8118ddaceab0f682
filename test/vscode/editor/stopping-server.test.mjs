import { expect } from 'vitest';
import { WEAK_STORY } from '../stories.ts';
import { journey } from '../rig/journey.mjs';

const STORY = 'ticket-sale.star.md';

journey('a server that is killed is started again, and one that keeps stopping ends in one message with a way back @vscode:diagnostics', { [STORY]: WEAK_STORY }, async ({ workbench, picture, languageServer }) => {
  const { page } = workbench;
  const squiggle = workbench.squiggles(STORY, 'warning').first();
  await squiggle.waitFor();
  await workbench.goToText(STORY, 'fixed the problem');

  let server = await languageServer();
  const kill = async () => {
    process.kill(server, 'SIGKILL');
    server = await languageServer(server);
  };
  // While somebody is typing, then before the successor is up, and again while somebody waits for an answer.
  const typing = workbench.type(' and then some more of it', { delay: 40 });
  await kill();
  await kill();
  await typing;
  await squiggle.waitFor();
  await page.locator('.notification-toast').waitFor({ state: 'hidden' });
  await workbench.command('Starwright: What to Cut First…');
  await kill();
  await workbench.rows.filter({ hasText: '90 seconds' }).waitFor();
  await workbench.leave();
  await squiggle.waitFor();
  await kill();
  await squiggle.waitFor();
  process.kill(server, 'SIGKILL');

  const message = workbench.toast('The Starwright language server keeps stopping.');
  await message.waitFor();
  await squiggle.waitFor({ state: 'hidden' });
  await workbench.command('Starwright: What to Cut First…');
  await picture('a server that keeps stopping');
  expect(await page.locator('.notification-toast').count()).toBe(1);

  await page.locator('.notification-toast .monaco-button', { hasText: 'Restart' }).click();
  await squiggle.waitFor();
  await languageServer(server);
  await picture('a server that was restarted');
});
