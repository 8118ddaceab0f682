import { readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, starwright, STORY, storyWithout } from './run.js';

/** Ends a line, rings, colours, clears, turns the direction; commands to a build server. */
const BAD = '\u001b[2J\u0007\u009b0m\u202e\u2066\u2028::stop-commands::x ##[error]x';
const STEERS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|^\s*::(?!(?:error|warning|notice) (?:file|title)=)|##\[/m;

const story = (words: string): string => `---\nstar: 1\ntitle: "::error::${words.replace(/[\u0000-\u009f]/g, (sign) => (sign < ' ' || sign > '~' ? `\\x${sign.charCodeAt(0).toString(16).padStart(2, '0')}` : sign)).replaceAll('\u2028', '\\L')}"\n---\n\n${storyWithout('front', 'title').replace('one in ten', `one ${words} in ten`)}\n## Framing: ${words.replace('\u2028', '')}\n\n${STORY.fix}\n\n## Cues\n\n- ::warning::${words.replace('\u2028', '')}\n`;

describe('words of a story that would steer a terminal or a build server', () => {
  test.each([
    ['check'], ['check', '--format', 'json'], ['check', '--format', 'compact'], ['check', '--format', 'sarif'], ['check', '--format', 'github'],
    ['match', 'Tell me about an outage.'], ['coverage'], ['rehearse'], ['rehearse', '--format', 'json'],
  ])('do not, in %s %s %s', async (...args) => {
    const cwd = folderWith({ '::error::a.star.md': story(BAD), '.starwright.yaml': `"${BAD.replace(/[^ -~]/g, '')}": 1\n` });
    const { stdout, stderr } = await starwright([...args.filter(Boolean), '::error::a.star.md'], { cwd });
    expect(stdout.length).toBeGreaterThan(50);
    expect(stdout).not.toMatch(STEERS);
    expect(stderr).not.toMatch(STEERS);
  });
});

describe('a folder that somebody else sent', () => {
  test('leads nowhere by its links', async () => {
    const cwd = folderWith({ 'mine.star.md': storyWithout(), 'sent/a.star.md': storyWithout() });
    for (const [link, to] of [['out', '../mine.star.md'], ['absolute', join(cwd, 'mine.star.md')], ['endless', '/dev/zero'], ['inside', 'a.star.md']] as const) symlinkSync(to, join(cwd, 'sent', `${link}.star.md`));
    const { stdout } = await starwright(['check', '--format', 'json', 'sent'], { cwd });
    expect(JSON.parse(stdout).files.map(({ path }: { path: string }) => path)).toEqual(['sent/a.star.md', 'sent/inside.star.md']);
  });

  test.each(['.starwright.yaml', '.starwrightignore'])('has no end in %s', async (name) => {
    const cwd = folderWith({ 'a.star.md': storyWithout() });
    symlinkSync('/dev/zero', join(cwd, name));
    const { stdout, stderr } = await starwright(['check', '.'], { cwd });
    expect(stdout).toContain('1 story');
    expect(stderr).toContain(`${name}:1:1: it is no file.`);
  });
});

test.each([['con', 'con-story'], ['LPT1', 'lpt1-story'], ['../../x', 'x'], ['C:\\x\\y', 'c-x-y'], ['console', 'console']])('a story titled %j is a file called %s', async (title, name) => {
  const cwd = folderWith({});
  const { code } = await starwright(['new', '--shape', 'mistake', '--title', title], { cwd });
  expect([code, ...readdirSync(cwd)]).toEqual([0, `${name}.star.md`]);
});
