import { WEAK_STORY } from '../stories.ts';
import { journey } from '../rig/journey.mjs';

const STORY = 'ticket-sale.star.md';

journey('a weak story shows what is missing, where and why @vscode:diagnostics @vscode:hover @vscode:explain', { [STORY]: WEAK_STORY }, async ({ workbench, picture }) => {
  await workbench.squiggles(STORY, 'warning').first().waitFor();

  await workbench.problems();
  for (const code of ['situation-too-long', 'vague-verb', 'no-tradeoff', 'no-prevention']) {
    await workbench.problem(code).waitFor();
  }
  await picture('squiggles and problems');

  await workbench.goToText(STORY, 'fixed the problem');
  await workbench.hover('Strong:');
  await picture('hover');

  await workbench.followLink('Strong:', 'More about it');
  await workbench.page.frameLocator('.webview.ready >> visible=true').frameLocator('#active-frame').getByText('It is content with').waitFor();
  await picture('page of a finding');

  await workbench.problem('no-tradeoff').locator('a', { hasText: 'no-tradeoff' }).first().click();
  await workbench.page.locator('.monaco-editor .view-line', { hasText: 'No tradeoff named' }).first().waitFor();
  await picture('page of a finding from its code');
});
