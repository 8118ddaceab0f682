import { expect } from 'vitest';
import { journey } from '../rig/journey.mjs';

const STORY = 'fabrikam-queue.star.md';
const TEXT = `---
star: 1
aliases: { Fabrikam Parcels: a parcel carrier }
---
# The queue of Fabrikam Parcels

## Situation

Fabrikam Parcels lost labels every Monday, when queue-07.corp.fabrikam.example had a full disk. Two depots waited for an hour.

## Task

I owned the queue.

## Action

I read the logs of four Mondays and saw one report write everything twice, as OPS-1183 says. I moved the report to a replica.

## Result

Late labels went from 40 a week to 2.

## Framing: Care for the pager

### Action

I asked the three people on call what had woken them in the last month, and deleted every alert that nobody had acted on.
`;
const REPOSITORY = {
  '.vscode/settings.json': '{ "git.enabled": true }',
  '.git/HEAD': 'ref: refs/heads/main\n',
  '.git/config': '[core]\n\trepositoryformatversion = 0\n\tbare = false\n[remote "origin"]\n\turl = git@github.com:somebody/stories.git\n\tfetch = +refs/heads/*:refs/remotes/origin/*\n',
  '.git/objects/info/.keep': '',
  '.git/refs/.keep': '',
};

journey('names stay private, and tellings stand side by side', { [STORY]: TEXT, ...REPOSITORY }, async ({ workbench, picture, onDisk }) => {
  const { page, keyboard } = workbench;
  await workbench.problems();
  await workbench.problem('confidential-identifier').waitFor();
  await workbench.command('Show Redacted View');
  const redacted = (text) => page.locator('.monaco-editor[data-uri^="starwright-redacted:"] .view-line', { hasText: text });
  await redacted(/A\sparcel\scarrier\slost/).first().waitFor();
  await picture('redacted view');
  await workbench.goTo(13);
  await keyboard.press('End');
  await workbench.type(' Then OPS-1184 came.');
  await redacted(/Then\sa\sticket\scame/).first().waitFor();

  await workbench.command('View: Single Column Editor Layout');
  await workbench.openFile(STORY);
  await workbench.command('Compare Framings');
  await page.locator('.tab', { hasText: 'The story itself ↔ Care for the pager' }).waitFor();
  await page.locator('.modified-in-monaco-diff-editor .view-line', { hasText: /Task\s\(taken\sover/ }).first().waitFor();
  await picture('framings side by side');

  const status = page.locator('.statusbar-item[id*="starwright.publicRemote"]');
  await status.filter({ hasText: 'Stories may be public' }).waitFor();
  expect(await status.locator('[role="button"]').getAttribute('aria-label')).toContain('github.com');
  await status.click();
  await workbench.rows.filter({ hasText: 'Do not say this for this folder again' }).waitFor();
  await picture('stories may be public');
  await workbench.choose('to .gitignore');
  await page.locator('.monaco-dialog-box button, .monaco-dialog-box .monaco-button', { hasText: 'Add and Save' }).click();
  await status.waitFor({ state: 'hidden' });
  expect(onDisk('.gitignore')).toBe('*.star.md\n');
});
