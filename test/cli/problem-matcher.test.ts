import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith, starwright, storyWithout } from './run.js';

const { contributes } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'));
const [matcher] = contributes.problemMatchers;
const { regexp, file, line, column, severity, message, code } = matcher.pattern;

test('the problem matcher reads every line of the compact report, and no other report', async () => {
  const cwd = folderWith({ 'stories/10: odd (name).star.md': storyWithout('tradeoff', 'learning', 'result'), 'b.star.md': storyWithout('tradeoff') });
  const args = ['check', '--rule', 'no-tradeoff=error', '--rule', 'no-learning=hint'];
  const [compacted, written, pretty] = await Promise.all(['compact', 'json', 'pretty'].map(async (format) => (await starwright([...args, '--format', format], { cwd })).stdout));
  const compact = compacted!.trimEnd().split('\n');
  const json = JSON.parse(written!);
  const found = compact.map((row) => {
    const match = new RegExp(regexp).exec(row)!;
    return { path: match[file], line: Number(match[line]) - 1, column: Number(match[column]) - 1, severity: match[severity], message: match[message], rule: match[code] };
  });
  expect(found).toEqual(json.files.flatMap(({ path, findings }: any) => findings.map((each: any) => ({ path, line: each.range.start.line, column: each.range.start.character, severity: each.severity, message: each.message, rule: each.rule }))));
  expect(new Set(found.map((each) => each.severity))).toContain('hint');
  expect(pretty!.split('\n').filter((row) => new RegExp(regexp).test(row))).toEqual([]);
});
