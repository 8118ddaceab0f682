import { webJourney } from '../rig/webJourney.mjs';
import { explain, exportCard, prepareQuestion, rehearse } from './deeds.mjs';

const STORY = 'ticket-sale.star.md';

webJourney('in Restricted Mode everything works by the built-in rubric, and the workspace’s own is read once it is trusted @vscode-restricted:diagnostics @vscode-restricted:hover @vscode-restricted:fix @vscode-restricted:completion @vscode-restricted:lens @vscode-restricted:own-rubric', { folder: '/own', file: STORY, within: 'late', restricted: true }, async ({ workbench, page, picture }) => {
  await page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
  await workbench.editor(STORY).locator('.codelens-decoration', { hasText: /words? ·/ }).first().waitFor();
  await workbench.goToProblem('vague-verb');
  await workbench.hover('Weak:');
  await picture('restricted');
  await workbench.keyboard.press('Escape');
  await workbench.problem('in-house-jargon').waitFor({ state: 'detached' });
  await workbench.problem('situation-too-long').waitFor({ state: 'detached' });
  await workbench.applyQuickFix('Write "');
  await workbench.problem('vague-verb').waitFor({ state: 'detached' });
  await workbench.goToEnd(STORY);
  await workbench.keyboard.press('Enter');
  await workbench.suggestion('Prevention');
  await workbench.keyboard.press('Escape');

  await workbench.command('Workspaces: Manage Workspace Trust');
  await page.locator('.workspace-trust-editor').getByRole('button', { name: 'Trust', exact: true }).click();
  await page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor({ state: 'detached' });
  await workbench.keyboard.press('Escape');
  await workbench.problem('in-house-jargon').waitFor();
  await picture('trusted');
});

webJourney('in Restricted Mode the bank is read, a question finds its story, and a story is begun @vscode-restricted:bank @vscode-restricted:coverage @vscode-restricted:match @vscode-restricted:new-story', { folder: '/bank', file: 'parcels-before-christmas.star.md', restricted: true }, async ({ workbench, page, picture }) => {
  await page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
  await workbench.openBank();
  await page.locator('.pane-header', { hasText: '12 stories, 1 draft' }).waitFor();
  await workbench.treeRow(/^Write next: /).waitFor();
  await workbench.command('Starwright: Match a Question…');
  await workbench.answer('Tell me about a time', 'Tell me about a mistake you made in production');
  await workbench.rows.first().filter({ hasText: 'I dropped the wrong index' }).waitFor();
  await workbench.leave();
  await workbench.command('Starwright: New Story…');
  await workbench.asked('What kind of story is it?');
  await workbench.choose('Production incident');
  await workbench.answer('Payment timeout storm', 'Labels on a Monday');
  await workbench.editor('labels-on-a-monday.star.md').waitFor();
  await picture('restricted bank');
});

webJourney('in Restricted Mode a story is told aloud, asked about, taken along, and its findings are explained @vscode-restricted:rehearse @vscode-restricted:questions @vscode-restricted:export @vscode-restricted:explain', { folder: '/aloud', file: STORY, restricted: true }, async (window) => {
  const restricted = { ...window, picture: (title) => window.picture(`restricted ${title}`) };
  await explain(restricted);
  await window.workbench.openTab(STORY);
  await rehearse(restricted, STORY);
  await prepareQuestion(restricted, STORY);
  await exportCard(restricted);
});
