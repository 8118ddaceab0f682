import { journey } from '../rig/journey.mjs';
import { WEAK_STORY } from '../stories.ts';

const STORY = 'ticket-sale.star.md';

journey('a language model gets a review only when the person has switched that on and agrees, file by file @agents-vscode:diagnostics', { [STORY]: WEAK_STORY }, async ({ workbench, picture }) => {
  const { page } = workbench;
  const answer = (text) => page.locator('.monaco-editor[data-uri^="untitled:"] .view-line', { hasText: text }).first();
  await workbench.problems();
  await workbench.problem('no-tradeoff').waitFor();
  await workbench.command('Ask for a Review');
  await answer(/Refused:.*starwright\.languageModelTools/).waitFor();
  await picture('tools switched off');

  await workbench.command('Preferences: Open Settings (UI)');
  await page.locator('.settings-editor .monaco-editor.focused').waitFor();
  await workbench.type('starwright.languageModelTools');
  const box = page.locator('.settings-editor .setting-item-bool', { hasText: 'Language Model Tools' }).locator('.setting-value-checkbox');
  await box.waitFor();
  await picture('the setting');
  await box.click();

  await workbench.command('Ask for a Review');
  const dialog = page.locator('.monaco-dialog-box', { hasText: STORY });
  await dialog.waitFor();
  await picture('tool confirmation');
  await dialog.getByRole('button', { name: 'Yes' }).click();
  await answer(/"path":"ticket-sale\.star\.md","clean":false/).waitFor();
  await picture('tool answer');
});
