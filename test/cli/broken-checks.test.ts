import { join } from 'node:path';
import { expect, test } from 'vitest';
import { agentIn } from './agent.js';
import { folderWith, starwright, storyWithout } from './run.js';

const SAID = 'The check buzzword broke off and was left out; this is a fault in Starwright.';
/** Loaded before the product: a check comes across these words, and throws. */
const FAULT = `const { replace } = String.prototype;
String.prototype.replace = function (...args) {
  if (String(this) === 'leveraged synergies') throw new TypeError('Invalid text "' + this + '"');
  return replace.apply(this, args);
};`;

const text = `${storyWithout()}\nI leveraged synergies between the banks.\n`;

/** A folder with a story on which a check breaks off, and what makes it do so. */
function faulty() {
  const cwd = folderWith({ 'a.star.md': text, 'b.star.md': text, 'fault.cjs': FAULT });
  return { cwd, env: { NODE_OPTIONS: `--require=${join(cwd, 'fault.cjs')}` } };
}

test('a check that breaks off is in the JSON of each file, once on standard error, and in the exit code @command-line:diagnostics', async () => {
  const { code, stdout, stderr } = await starwright(['check', '--format', 'json'], faulty());
  const { files } = JSON.parse(stdout);
  expect(files).toHaveLength(2);
  for (const file of files) expect(file).toMatchObject({ path: expect.any(String), beats: expect.any(Array), broken: [{ part: 'check', name: 'buzzword', message: SAID }] });
  expect(stderr).toMatch(/^starwright: a\.star\.md: The check buzzword broke off and was left out; this is a fault in Starwright\. TypeError at .*\n$/);
  expect(code).toBe(2);
  const { stdout: whole, code: fine } = await starwright(['check', '--format', 'json'], { cwd: folderWith({ 'a.star.md': storyWithout() }) });
  expect(JSON.parse(whole).files).toMatchObject([{ broken: [] }]);
  expect(fine).toBe(0);
});

test('an agent is told what could not be checked, and by standard error once @agents-mcp:diagnostics', async () => {
  const agent = await agentIn(faulty());
  for (const path of ['a.star.md', 'b.star.md']) expect(await agent.ask('review_story', { path })).toMatchObject({ clean: true, broken: [SAID], next: expect.stringContaining('not everything was') });
  expect(agent.complaints().match(/buzzword/g)).toHaveLength(1);
  expect(agent.complaints()).not.toContain('synergies');
  expect(await agent.ask('coverage')).toMatchObject({ broken: [] });
});
