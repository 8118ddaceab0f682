import { fileURLToPath } from 'node:url';
import { WEAK_STORY } from '../stories.ts';
import { journey } from '../rig/journey.mjs';
import { again } from '../rig/patience.mjs';

const STORY = 'ticket-sale.star.md';
const CLI = fileURLToPath(new URL('../../../dist/cli.js', import.meta.url));
const TASKS = {
  version: '2.0.0',
  tasks: [{ label: 'check stories', type: 'process', command: process.execPath, args: [CLI, 'check', '--format', 'compact'], problemMatcher: '$starwright', presentation: { reveal: 'never' } }],
};
const FILES = { 'notes.md': '# Notes\n', [STORY]: WEAK_STORY, '.vscode/tasks.json': JSON.stringify(TASKS) };

journey('a task fills Problems with what stories that are not open lack @vscode-task:diagnostics', FILES, async ({ workbench, picture }) => {
  // VS Code reads what a task prints until a tenth of a second after its end; on a busy machine the last line can come later, and the task is run again.
  await again(async (timeout) => {
    await workbench.runTask('check stories');
    await workbench.problems();
    for (const code of ['vague-verb', 'no-tradeoff', 'no-prevention']) await workbench.problem(code).waitFor({ timeout });
  }, { tries: 3, wait: () => 15_000 });
  await picture('problems from a task');

  // Once the story is open, what is shown is what the editor knows of it, and nothing twice.
  await workbench.openFile(STORY);
  await workbench.page.locator('.statusbar-item', { hasText: '/ 90 s' }).waitFor();
  const rows = (await workbench.problems()).filter({ hasText: 'no-tradeoff' });
  await rows.nth(1).waitFor({ state: 'detached' });
  await workbench.problem('no-tradeoff').waitFor();
  await picture('problems of the story the task found');
});
