import { webJourney } from '../rig/webJourney.mjs';
import { explain, exportCard, holdTranscript, prepareQuestion, rehearse } from './deeds.mjs';

const STORY = 'ticket-sale.star.md';

webJourney('without Node, over files in the browser: findings, why, a fix, a suggestion, the times, after an emoji too @vscode-web:diagnostics @vscode-web:hover @vscode-web:fix @vscode-web:completion @vscode-web:lens @vscode-web:positions', { folder: '/weak', file: STORY }, async ({ workbench, page, picture }) => {
  await workbench.squiggles(STORY, 'warning').first().waitFor();
  await workbench.editor(STORY).locator('.codelens-decoration', { hasText: /words? ·/ }).first().waitFor();

  await workbench.goToProblem('vague-verb');
  // Two characters that take seven UTF-16 units, a space and "I ".
  await page.locator('.statusbar-item', { hasText: 'Ln 13, Col 25 (17 selected)' }).waitFor();
  await workbench.hover('Weak:');
  await picture('hover after an emoji');
  await workbench.keyboard.press('Escape');
  await workbench.applyQuickFix('Write "');
  await workbench.problem('vague-verb').waitFor({ state: 'detached' });
  await workbench.line(STORY, '🎉👩‍🔧 I instrumented [what]. I read the worker logs').waitFor();

  await workbench.goToEnd(STORY);
  await workbench.keyboard.press('Enter');
  await workbench.suggestion('Prevention');
  await picture('suggestions');
  await workbench.keyboard.press('Escape');
  await workbench.save();
});

webJourney('a rubric and a folder file of one’s own are read where no disk is @vscode-web:own-rubric @vscode-web:diagnostics', { folder: '/own', file: STORY, within: 'late' }, async ({ workbench, picture }) => {
  await workbench.problems();
  await workbench.problem('in-house-jargon').waitFor();
  await workbench.problem('situation-too-long').waitFor({ state: 'detached' });
  await picture('own rubric');
});

webJourney('the bank: its views, the matrix, a question and a new story @vscode-web:bank @vscode-web:coverage @vscode-web:match @vscode-web:new-story', { folder: '/bank', file: 'parcels-before-christmas.star.md' }, async ({ workbench, page, picture }) => {
  await workbench.openBank();
  await page.locator('.pane-header', { hasText: '12 stories, 1 draft' }).waitFor();
  await workbench.command('Starwright: Match a Question…');
  await workbench.answer('Tell me about a time', 'Tell me about a mistake you made in production');
  await workbench.rows.first().filter({ hasText: 'I dropped the wrong index' }).waitFor();
  await picture('match');
  await workbench.accept();
  await workbench.editor('dropped-the-wrong-index.star.md').waitFor();

  await workbench.command('Starwright: Show Coverage Matrix');
  await page.frameLocator('.webview.ready >> visible=true').frameLocator('iframe').getByRole('link', { name: 'Parcels before Christmas' }).first().waitFor();
  await picture('matrix');

  await workbench.command('Starwright: New Story…');
  await workbench.asked('What kind of story is it?');
  await workbench.choose('Production incident');
  await workbench.answer('Payment timeout storm', 'Labels on a Monday');
  await workbench.editor('labels-on-a-monday.star.md').waitFor();
  await page.locator('.pane-header', { hasText: '13 stories, 2 drafts' }).waitFor();
  await picture('new story');
});

const SAID = 'On a Friday evening checkout stopped. I was on call. I read the worker logs and moved one message out of the queue.';

webJourney('a story is told aloud, held against what was said, asked about, taken along, and its findings are explained @vscode-web:rehearse @vscode-web:questions @vscode-web:export @vscode-web:explain', { folder: '/aloud', file: STORY }, async (window) => {
  await explain(window);
  await window.workbench.openTab(STORY);
  await rehearse(window, STORY);
  await holdTranscript(window, SAID);
  await window.workbench.openTab(STORY);
  await prepareQuestion(window, STORY);
  await exportCard(window);
});
