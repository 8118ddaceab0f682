import { LONG_STORY } from '../stories.ts';
import { journey } from '../rig/journey.mjs';

const STORY = 'late-labels.star.md';

journey('in a German VS Code the extension speaks German, about an English story', { [STORY]: LONG_STORY }, async ({ workbench, picture }) => {
  const { page } = workbench;
  const time = page.locator('.statusbar-item.right[id*="starwright.time"]');
  await time.filter({ hasText: /^\d+ s \/ 90 s, \d+ s zu lang$/ }).waitFor();

  await workbench.command('Starwright: Was zuerst wegfallen kann…');
  await workbench.choose('90 Sekunden');
  await page.locator('.quick-input-titlebar').filter({ hasText: /Nach Notes verschieben: aus \d+ s werden \d+ s von 90 s/ }).waitFor();
  await picture('german what to cut first');
  await workbench.leave();

  await workbench.command('Starwright: Erste Schritte');
  await page.locator('.getting-started-step', { hasText: 'Eine Geschichte ist eine Markdown-Datei' }).waitFor();
  await page.frameLocator('.getting-started-media iframe').frameLocator('iframe').locator('svg').waitFor();
  await picture('german walkthrough');

  await workbench.command('Preferences: Open Settings (UI)');
  await page.locator('.settings-editor .monaco-editor.focused').waitFor();
  await workbench.type('@ext:starwright.starwright');
  await page.locator('.setting-item', { hasText: 'Woran eine Geschichte gemessen wird' }).waitFor();
  await picture('german settings');
  await workbench.keyboard.press('Escape');

  await workbench.command('Starwright: Alle Geschichten prüfen');
  await workbench.toast('1 Geschichte geprüft: 1 Hinweis.').waitFor();
}, { language: 'de' });
