// node desktop-window.mjs VSCODE TESTS: opens a window of a desktop VS Code that runs the extension-host tests.
import fs from 'node:fs';
import path from 'node:path';
import { resolveCliArgsFromVSCodeExecutablePath, runTests } from '@vscode/test-electron';
import { vsix } from '../../../scripts/lib/paths.mjs';
import { createProfile } from '../../../scripts/lib/profile.mjs';
import { must } from '../../../scripts/lib/run.mjs';
import { developed } from './results.mjs';

const [vscodeExecutablePath, extensionTestsPath] = process.argv.slice(2);
const profile = createProfile();
const workspace = path.join(profile.folder, 'stories');
fs.mkdirSync(workspace);
const own = ['--user-data-dir', profile.data, '--extensions-dir', profile.extensions];
const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

const [command] = resolveCliArgsFromVSCodeExecutablePath(vscodeExecutablePath);
await must(command, [...own, ...root, '--install-extension', vsix(), '--force'], { shell: process.platform === 'win32' });
process.exitCode = await runTests({
  vscodeExecutablePath,
  extensionTestsPath,
  extensionDevelopmentPath: developed,
  launchArgs: [workspace, ...own, ...root, '--disable-workspace-trust', '--disable-gpu'],
});
