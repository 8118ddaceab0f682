import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { folderWith, storyWithout } from './run.js';
import { sarifProblems } from './sarif/validate.js';

const root = join(import.meta.dirname, '../..');
interface Step {
  readonly shell: string;
  readonly run: string;
  readonly env: Readonly<Record<string, string>>;
}
const action: { inputs: Record<string, { default: string; description: string }>; runs: { using: string; steps: Step[] } } = parse(readFileSync(join(root, 'action.yml'), 'utf8'));
const [step] = action.runs.steps as [Step];

const NO_TRADEOFF = storyWithout('tradeoff');

/** Runs the action's step as the runner does: its script in bash, its inputs as the variables that `env` names. */
function runAction(cwd: string, inputs: Readonly<Record<string, string>>, { actionPath = root, path = process.env['PATH']! } = {}) {
  const env = Object.fromEntries(Object.entries(step.env).map(([name, value]) => [name, value.replace(/\$\{\{ inputs\.([a-z-]+) \}\}/g, (_, input: string) => inputs[input] ?? action.inputs[input]!.default)]));
  const temp = folderWith({ 'step.sh': step.run, output: '' });
  const { stdout, stderr, status } = spawnSync('/bin/bash', ['--noprofile', '--norc', '-eo', 'pipefail', join(temp, 'step.sh')], {
    cwd,
    encoding: 'utf8',
    env: { PATH: path, HOME: temp, GITHUB_WORKSPACE: cwd, GITHUB_ACTION_PATH: actionPath, GITHUB_OUTPUT: join(temp, 'output'), RUNNER_TEMP: temp, ...env },
  });
  return { stdout, stderr, code: status, output: readFileSync(join(temp, 'output'), 'utf8') };
}

describe.skipIf(process.platform === 'win32')('the action', () => {
  test('annotates, writes SARIF beside it, and exits as check does @github-action:diagnostics', () => {
    const cwd = folderWith({ 'my stories/weak.star.md': NO_TRADEOFF, 'other/weak.star.md': NO_TRADEOFF });
    const { stdout, code, output } = runAction(cwd, { path: 'my stories\r\n\n', 'max-warnings': '0', 'sarif-file': 'reports/starwright.sarif' });
    expect(stdout).toMatch(/^::warning file=my stories\/weak\.star\.md,line=17,/m);
    expect(stdout).not.toMatch(/other/);
    expect({ code, output }).toEqual({ code: 1, output: 'exit-code=1\n' });
    const log = JSON.parse(readFileSync(join(cwd, 'reports/starwright.sarif'), 'utf8'));
    expect(sarifProblems(log)).toEqual([]);
    expect(log.runs[0].results.map(({ ruleId }: { ruleId: string }) => ruleId)).toContain('no-tradeoff');
  });

  test('takes a profile, and a report in the log instead of annotations @github-action:own-rubric', () => {
    const cwd = folderWith({ 'a.star.md': storyWithout(), 'mine/pack.yaml': 'name: Mine\n', 'mine/profiles/crew.yaml': 'id: crew\ntitle: Crew\nsummary: Ours.\nextends: balanced\nlimits: { targetSeconds: 60 }\n' });
    const { stdout, stderr, code } = runAction(cwd, { profile: 'crew', rubric: 'mine', annotations: 'false' });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/of 60 s .* · crew$/m);
  });

  test('what an input says is never run', () => {
    const cwd = folderWith({ 'a.star.md': storyWithout() });
    const evil = '$(touch ran)`touch ran`; touch ran; "; touch ran #';
    for (const input of Object.keys(action.inputs)) expect(runAction(cwd, { [input]: evil }).code).not.toBeNull();
    expect(runAction(cwd, { path: `--rubric=${evil}\n-x` })).toMatchObject({ code: 2, stderr: expect.stringContaining('-x: there is no such file') });
    expect(existsSync(join(cwd, 'ran'))).toBe(false);
    expect(step.run).not.toContain('${{');
  });

  test('without a build of its own it installs the package of its version, and nothing the checkout holds', () => {
    const cwd = folderWith({ 'a.star.md': storyWithout(), 'node_modules/starwright/dist/cli.js': 'process.exit(42)', '.npmrc': 'registry=https://elsewhere.example\n' });
    const bare = folderWith({ 'package.json': '{ "name": "starwright", "version": "7.8.9" }' });
    const bin = folderWith({ npm: '#!/bin/bash\npwd\necho "$@"\nwhile [ "$1" != --prefix ]; do shift; done\nmkdir -p "$2/node_modules" && cp -r "$PACKAGE" "$2/node_modules/starwright"\n'.replace('$PACKAGE', join(folderWithPackage(), 'starwright')) });
    chmodSync(join(bin, 'npm'), 0o755);
    const { stdout, code } = runAction(cwd, {}, { actionPath: bare, path: `${bin}:${process.env['PATH']}` });
    expect(stdout).toMatch(/^(?!.*node_modules).*\ninstall .*--ignore-scripts .*starwright@7\.8\.9\n/);
    expect(stdout).toMatch(/1 story: /);
    expect(code).toBe(0);
  });

  test('says what is missing where there is no Node.js', () => {
    const bin = folderWith({ none: '' });
    expect(runAction(folderWith({}), {}, { path: bin })).toMatchObject({ code: 2, stdout: expect.stringMatching(/^::error title=Starwright::Node\.js is not installed/) });
  });
});

/** A folder with the package as npm would install it. */
function folderWithPackage(): string {
  const folder = folderWith({});
  mkdirSync(join(folder, 'starwright'));
  cpSync(join(root, 'dist'), join(folder, 'starwright/dist'), { recursive: true });
  writeFileSync(join(folder, 'starwright/package.json'), readFileSync(join(root, 'package.json')));
  return folder;
}
