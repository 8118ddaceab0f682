import { expect } from 'vitest';
import { PLAIN_MARKDOWN, WEAK_STORY } from '../stories.ts';
import { journey } from '../rig/journey.mjs';
import { again, until } from '../rig/patience.mjs';

journey('the walkthrough ends with a real hint fixed, by keyboard alone', { 'notes.md': PLAIN_MARKDOWN }, async ({ workbench, picture }) => {
  const { page, keyboard } = workbench;
  const step = (title) => page.locator('.getting-started-step', { hasText: title });
  const isDone = (title) => step(title).locator('[role=checkbox][aria-checked=true]').waitFor();

  /** Tab goes from one thing to the next; pressed until the keyboard is on the one that is wanted. */
  const tabTo = async (wanted) => {
    for (let presses = 0; presses < 40; presses++) {
      if (await wanted.evaluate((element) => element === document.activeElement)) return;
      await keyboard.press('Tab');
    }
    throw new Error('Tab never came there');
  };
  /** The page draws itself anew now and then, and a key that falls into that is lost: it is pressed until its effect is seen. */
  const press = async (wanted, effect) => {
    await wanted.waitFor();
    await until(effect, async () => {
      await tabTo(wanted);
      await keyboard.press('Enter');
    }, { wait: () => 10_000 });
  };
  const button = (title) => page.locator('.getting-started-step.expanded .monaco-button', { hasText: title });

  await workbench.command('Starwright: Get Started');
  await step('A story is a Markdown file').waitFor();
  await page.frameLocator('.getting-started-media iframe').frameLocator('iframe').locator('svg').waitFor();
  await picture('walkthrough');

  await press(step('Open a sample story'), button('Open a Sample Story'));
  await press(button('Open a Sample Story'), workbench.editor('Untitled-1'));
  await workbench.squiggles('Untitled-1', 'warning').first().waitFor();

  // The step opens the fixes itself; Ctrl+. would take the first of them. VS Code drops a menu when its answer is late, and then the step is taken again.
  await again(async (timeout) => {
    await workbench.command('Starwright: Get Started');
    await isDone('Open a sample story');
    await press(step('Fix your first hint'), button('Fix Your First Hint'));
    await press(button('Fix Your First Hint'), workbench.editor('Untitled-1'));
    await workbench.quickFix('Add: To keep this from happening again').waitFor({ timeout });
  }, { tries: 3, wait: () => 15_000 });
  await picture('walkthrough first hint');
  await workbench.applyQuickFix('Add: To keep this from happening again');
  await workbench.line('Untitled-1', 'To keep this from happening again').waitFor();
  await keyboard.press('Escape');

  await workbench.command('Starwright: Get Started');
  await isDone('Fix your first hint');
  await picture('walkthrough done');
  expect(await page.locator('.notification-toast').count()).toBe(0);
});

journey('a folder file says what is wrong in it as it is typed, and a story says what holds for it', {
  'ticket-sale.star.md': WEAK_STORY,
  '.starwright.yaml': 'profile: star-l\nrules:\n  no-tradeof: hint\n',
}, async ({ workbench, picture }) => {
  await workbench.openFile('.starwright.yaml');
  await workbench.squiggles('.starwright.yaml', 'error').first().waitFor();
  await workbench.goTo(3, 13);
  await workbench.applyQuickFix('Change to "no-tradeoff"');
  await workbench.squiggles('.starwright.yaml', 'error').first().waitFor({ state: 'detached' });

  await workbench.goToEnd('.starwright.yaml');
  await workbench.type('  no-prev');
  await workbench.suggestion('no-prevention');
  await picture('folder file');
  await workbench.keyboard.press('Enter');
  await workbench.type('off');
  await workbench.line('.starwright.yaml', 'no-prevention: off').waitFor();
  await workbench.keyboard.press('Escape');
  await workbench.save();

  await workbench.openFile('ticket-sale.star.md');
  await workbench.command('Starwright: Show Settings for This Story');
  const page = workbench.page.locator('.editor-instance .monaco-editor[data-uri^="starwright-settings:"] .view-line');
  await page.filter({ hasText: /Profile.\|.star-l.\|.folder.file/ }).waitFor();
  await page.filter({ hasText: /no-prevention`.\|.off.\|.folder.file/ }).waitFor();
  await picture('settings for this story');
});

const SETTINGS = '.vscode/settings.json';

journey('the settings complete finding codes, and underline what is not known', {
  [SETTINGS]: '{\n  "starwright.profile": "star-x",\n  "starwright.rules": {\n    "no-tradeof": "hint",\n    \n  }\n}\n',
}, async ({ workbench, picture }) => {
  await workbench.problems();
  const unknown = workbench.page.locator('.markers-panel .monaco-list-row', { hasText: 'Not in the built-in rubric' });
  await unknown.nth(1).waitFor();
  await workbench.goTo(5, 5);
  await workbench.type('"no-prev');
  await workbench.suggestion('no-prevention');
  await picture('settings completion');
});
