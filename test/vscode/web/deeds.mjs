import { until } from '../rig/patience.mjs';

/** What is shown last in a page of the extension's, or of Markdown. */
const pageOf = (page) => page.locator('.webview.ready >> visible=true').last().contentFrame().frameLocator('#active-frame');

/** Tells the story in front against the clock, and keeps a note of it at its top. */
export async function rehearse({ workbench, page, picture }, story) {
  const panel = pageOf(page);
  await workbench.command('Starwright: Rehearse');
  await panel.getByRole('button', { name: 'Start', exact: true }).click();
  await panel.locator('#clock').filter({ hasText: '0:01 / 1:30' }).waitFor();
  const pause = panel.getByRole('button', { name: 'Pause' });
  await until(panel.getByText('You are in Task; next comes Action.'), () => pause.press('n'));
  await picture('rehearse');
  await until(panel.getByLabel('Keep the note in the story, too'), () => pause.press('Escape'));
  await panel.getByLabel('Keep the note in the story, too').check();
  await panel.getByLabel('A note for the next time').fill('Breathe');
  await panel.getByRole('button', { name: 'Note It' }).click();
  await panel.getByText('It stands at the top of the story now.').waitFor();
  await page.locator('.tab', { hasText: 'Rehearse:' }).click({ button: 'middle' });
  await workbench.goTo(1);
  await workbench.line(story, 'rehearsed:').waitFor();
}

/** Holds what was said against the story in front. */
export async function holdTranscript({ workbench, page, picture }, said) {
  await page.evaluate((text) => navigator.clipboard.writeText(text), said);
  await workbench.command('Starwright: Hold a Transcript Against the Story…');
  await workbench.choose('Take the clipboard');
  await pageOf(page).getByRole('heading', { name: 'Not said' }).waitFor();
  await picture('transcript');
  // Lenses are drawn anew as they change, and a click can meet one that goes.
  const lens = page.locator('.codelens-decoration a', { hasText: /Throw\sAway/ });
  await until(page.locator('.editor-instance .monaco-editor[data-uri^="untitled:"]'), () => lens.click(), { state: 'hidden' });
}

/** Prepares the first question that an interviewer would ask of the story in front. */
export async function prepareQuestion({ workbench, page, picture }, story) {
  await workbench.command('Starwright: What Would They Ask Next?');
  const rows = page.locator('.pane').filter({ has: page.locator('.pane-header', { hasText: 'What Would They Ask Next?' }) }).locator('.monaco-list-row');
  const asked = rows.filter({ hasText: 'line' }).first();
  await asked.hover();
  await asked.locator('.action-label[aria-label="Add Under Follow-ups"]').click();
  await rows.filter({ hasText: 'prepared' }).first().waitFor();
  await picture('questions');
  await workbench.goToEnd(story);
  await workbench.line(story, '[answer in one line]').first().waitFor();
}

/** Writes the card of the story in front into a file beside it. */
export async function exportCard({ workbench, page, picture }) {
  await workbench.command('Export Cue Cards');
  for (const [asked, answer] of [['Which stories?', 'The open story'], ['As what?', 'Markdown'], ['With the names', 'Without names']]) {
    await workbench.asked(asked);
    await workbench.choose(answer);
  }
  await page.waitForFunction(() => document.querySelector('.quick-input-widget .quick-input-box input')?.value.endsWith('/cue-cards.md'));
  await workbench.accept();
  await workbench.toast('The cards of 1 story are in cue-cards.md').waitFor();
  await page.locator('.notification-toast').getByRole('button', { name: 'Open' }).click();
  await workbench.line('cue-cards.md', 'Open with:').waitFor();
  await picture('cue cards');
}

/** Reads what is behind a finding: its page, by the link in the hover and by the one on its code, without leaving the editor. */
export async function explain({ workbench, page, picture }) {
  await workbench.goToProblem('no-prevention');
  await workbench.followLink('Putting the fire out', 'More about it');
  await pageOf(page).getByRole('heading', { name: 'No prevention' }).waitFor();
  await picture('page of a rule');
  await workbench.problem('no-prevention').locator('a', { hasText: 'no-prevention' }).click();
  await page.locator('.monaco-editor[data-uri="starwright-rule:/no-prevention.md"] .view-line', { hasText: 'interviewer' }).first().waitFor();
  await picture('page of a rule by its code');
}
