import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Settings for a VS Code that shows the stories and nothing else. */
const QUIET = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.enableExperiments': false,
  'chat.disableAIFeatures': true,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'git.enabled': false,
  'github.gitAuthentication': false,
  'typescript.disableAutomaticTypeAcquisition': true,
  'window.confirmBeforeClose': 'never',
};

/** A new temporary VS Code profile, with its own settings and extensions; it is removed when this process ends. */
export function createProfile(settings = {}) {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'starwright-')));
  process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));
  const profile = { folder, data: path.join(folder, 'data'), extensions: path.join(folder, 'extensions') };
  const text = JSON.stringify({ ...QUIET, ...settings }, null, 2);
  // a desktop reads data/User; the browser's server one level deeper, and in Machine what is not a person's to choose
  for (const place of ['User', 'data/User', 'data/Machine']) {
    fs.mkdirSync(path.join(profile.data, place), { recursive: true });
    fs.writeFileSync(path.join(profile.data, place, 'settings.json'), text);
  }
  return profile;
}
