import { webJourney } from '../rig/webJourney.mjs';

const STORY = 'ticket-sale.star.md';

webJourney('without Node, over files in the browser: findings, why, a fix, a suggestion, the times, after an emoji too @vscode-web:diagnostics @vscode-web:hover @vscode-web:fix @vscode-web:completion @vscode-web:lens @vscode-web:positions', { folder: '/weak', file: STORY }, async ({ workbench, page, picture }) => {
  await workbench.squiggles(STORY, 'warning').first().waitFor();
  await picture('findings');
  await workbench.editor(STORY).locator('.codelens-decoration', { hasText: /words? ·/ }).first().waitFor();

  await workbench.goToProblem('vague-verb');
  await workbench.hover('Weak:');
  await picture('hover');
  await workbench.keyboard.press('Escape');
  await workbench.applyQuickFix('Write "');
  await workbench.problem('vague-verb').waitFor({ state: 'detached' });
  await picture('fixed');

  await workbench.goToEnd(STORY);
  await workbench.keyboard.press('Enter');
  await workbench.suggestion('Follow-ups');
  await picture('suggestion');
});
