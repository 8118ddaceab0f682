import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, starwright, STORY, storyWithout } from './run.js';

const GOOD = storyWithout();
const FRAMED = `${GOOD}\n## Framing: The pager\n### Action\nI counted the pages and removed the alert.\n`;
const NOBODY = 65534;

/** Whatever is in a folder, hidden files too. */
const listed = (folder: string): string[] => readdirSync(folder).sort();

describe('export', () => {
  test.each([
    ['cards.html', /^<!doctype html>/],
    ['cards.md', /^# Cue cards/],
    ['CARDS.CSV', /^front,back,story\r\n/],
  ])('writes %s in the format of its name, prints its path and leaves nothing beside it @command-line:export', async (name, begins) => {
    const cwd = folderWith({ 'a.star.md': FRAMED });
    expect(await starwright(['export', '--to', name], { cwd })).toEqual({ code: 0, stdout: `${name}\n`, stderr: '' });
    const text = readFileSync(join(cwd, name), 'utf8');
    expect(text).toMatch(begins);
    expect(text).toContain('The pager');
    expect(listed(cwd)).toEqual([name, 'a.star.md'].sort());
  });

  test('holds the profile and the rubric it is given, as check does', async () => {
    const cwd = folderWith({ 'a.star.md': GOOD });
    await starwright(['export', 'a.star.md', '--to', 'a.md', '--profile', 'sre-qa'], { cwd });
    await starwright(['export', 'a.star.md', '--to', 'b.md'], { cwd });
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).not.toBe(readFileSync(join(cwd, 'b.md'), 'utf8'));
    expect(await starwright(['export', '--to', 'c.md', '--profile', 'star-m'], { cwd })).toMatchObject({ code: 2, stderr: expect.stringMatching(/star-m.*Did you mean/) });
  });

  test('a story from standard input', async () => {
    const cwd = folderWith({});
    expect(await starwright(['export', '-', '--to', 'a.md'], { cwd, input: GOOD })).toMatchObject({ code: 0, stderr: '' });
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toContain('## Payment timeouts\n');
  });

  test('a story without a title is called like its file', async () => {
    const cwd = folderWith({ 'late-night_page.star.md': STORY.situation + STORY.fix });
    await starwright(['export', '--to', 'a.md'], { cwd });
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toContain('## late night page\n');
  });

  test('what is retired or no story is left out and said, unless its file is named', async () => {
    const cwd = folderWith({ 'a.star.md': GOOD, 'empty.star.md': '', 'old.star.md': GOOD.replace('title: Payment', 'status: retired\ntitle: Old payment') });
    const { code, stderr } = await starwright(['export', '--to', 'a.md'], { cwd });
    expect(code).toBe(0);
    expect(stderr).toBe('starwright: empty.star.md: holds no story that can be read, and is left out.\nstarwright: old.star.md: is retired, and is left out. Name its file to have it.\n');
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toContain('1 story, 1 card');
    expect(await starwright(['export', './old.star.md', '--to', 'b.md'], { cwd })).toMatchObject({ code: 0, stderr: '' });
  });
});

describe('what cannot be done is said in one message, and no file is written', () => {
  test.each([
    [['export', 'a.star.md'], '--to is missing. Name the file to write: cards.html, cards.md or cards.csv.'],
    [['export', 'a.star.md', '--to', 'cards.pdf'], 'cards.pdf: cards cannot be written as "pdf". Name a file that ends in .html, .md or .csv.'],
    [['export', 'a.star.md', '--to', 'cards'], 'cards: cards have no format without an extension. Name a file that ends in .html, .md or .csv.'],
    [['export', 'a.star.md', '--to', 'b.star.md'], 'b.star.md would be taken for a story. Name it .md without .star before it.'],
    [['export', 'a.star.md', '--to', 'mine.md'], 'mine.md exists already and was left as it is. Choose another name.'],
    [['export', 'a.star.md', '--to', 'nowhere/cards.md'], 'nowhere/cards.md could not be written: there is no such file or folder. Check the path.'],
    [['export', 'a.star.md', '--to', 'mine.md/cards.md'], 'mine.md/cards.md could not be written: part of its path is a file, not a folder. Check the path.'],
    [['export', 'empty.star.md', '--to', 'cards.md'], 'empty.star.md: holds no story that can be read. Nothing was written.'],
  ])('%j', async (args, message) => {
    const cwd = folderWith({ 'a.star.md': GOOD, 'empty.star.md': '', 'mine.md': 'mine' });
    expect(await starwright(args, { cwd })).toEqual({ code: 2, stdout: '', stderr: `starwright: ${message}\n` });
    expect(listed(cwd)).toEqual(['a.star.md', 'empty.star.md', 'mine.md']);
    expect(readFileSync(join(cwd, 'mine.md'), 'utf8')).toBe('mine');
  });

  test('a folder that is not there, a folder without stories, a file that is no text', async () => {
    const cwd = folderWith({ 'a.star.md': GOOD, 'photo.star.md': new Uint8Array([0x89, 0x50, 0, 0]) });
    mkdirSync(join(cwd, 'empty'));
    for (const [path, problem] of [['nowhere', /nowhere: there is no such/], ['empty', /empty: has no \*\.star\.md files/], ['photo.star.md', /photo\.star\.md: it is a binary file/]] as const) {
      const { code, stdout, stderr } = await starwright(['export', 'a.star.md', path, '--to', 'cards.md'], { cwd });
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(problem);
      expect(stderr).toMatch(/cards\.md was not written/);
    }
    expect(existsSync(join(cwd, 'cards.md'))).toBe(false);
  });

  test('a folder in which nothing is to be had', async () => {
    const cwd = folderWith({});
    expect((await starwright(['export', '--to', 'cards.md'], { cwd })).code).toBe(2);
    writeFileSync(join(cwd, 'empty.star.md'), '');
    const { code, stderr } = await starwright(['export', '--to', 'cards.md'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toMatch(/there is no story to make cards of\. Nothing was written\./);
    expect(listed(cwd)).toEqual(['empty.star.md']);
  });

  test('a folder that may not be written to', async ({ skip }) => {
    skip(process.platform === 'win32', 'Windows has no such permissions');
    const uid = process.getuid?.() === 0 ? NOBODY : undefined;
    const cwd = folderWith({ 'a.star.md': GOOD });
    mkdirSync(join(cwd, 'locked'));
    chmodSync(join(cwd, 'locked'), 0o555);
    chmodSync(cwd, 0o755);
    const runs = await starwright(['--version'], { cwd, uid }).catch(() => undefined);
    skip(runs?.code !== 0, 'this is root, and nobody else may run the command here');
    const { code, stderr } = await starwright(['export', 'a.star.md', '--to', 'locked/cards.md'], { cwd, uid });
    expect(code).toBe(2);
    expect(stderr).toBe('starwright: locked/cards.md could not be written: it may not be read or written. Check its permissions.\n');
  });
});

describe('--redact', () => {
  const SECRETS = ['Contoso Bank', 'contoso', 'Fabrikam', 'pay-db-07.corp.contoso.test', '10.20.30.40', 'ana.silva@contoso.test', 'PAY-4711', 'Project Heron', 'heron'];
  const story = `---
star: 1
title: Contoso Bank timeouts on pay-db-07.corp.contoso.test
aliases: { Contoso Bank: a downstream partner }
metrics: [{ name: timeouts at Contoso Bank, before: "4%", after: "0.5%", source: PAY-4711 }]
---
## Situation
During Project Heron, Contoso **Bank** could not reach \`10.20.30.40\`, and Fabrikam waited.

## Action
I opened PAY-4711, asked ana.silva@contoso.test, and capped the retries on pay-db-07.corp.contoso.test. I added an alert for contoso-bank.

## Result
**Timeouts at CONTOSO BANK fell from 4% to 0.5%.**

## Framing: Contoso Bank and the pager
### Action
I removed the alert of Project Heron.

## Do not claim
- That [Contoso Bank](https://contoso.test/PAY-4711) agreed

## Follow-ups
- What did Fabrikam say? ana.silva@contoso.test knows.

## Cues
- Heron, PAY-4711
`;
  const other = '## Situation\nContoso Bank called at night, after Project Heron.\n\n## Action\nI answered.\n';

  test.each(['html', 'md', 'csv'])('leaves no name, host, ticket or alias key in %s', async (format) => {
    const cwd = folderWith({ '.starwright.yaml': 'confidentialTerms: [Fabrikam, Project Heron, Heron]\n', 'contoso-bank-PAY-4711.star.md': story, 'fabrikam-call.star.md': other });
    const to = `cards.${format}`;
    expect(await starwright(['export', '--to', to, '--redact'], { cwd })).toEqual({ code: 0, stdout: `${to}\n`, stderr: '' });
    const text = readFileSync(join(cwd, to), 'utf8');
    const seen = text.toLowerCase().replace(/[\\*_`]|&#\d+;/g, '');
    expect(SECRETS.filter((secret) => seen.includes(secret.toLowerCase()))).toEqual([]);
    expect(seen).toContain('a downstream partner');
  });

  test('is not done unasked', async () => {
    const cwd = folderWith({ 'a.star.md': story });
    await starwright(['export', '--to', 'a.md'], { cwd });
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toContain('Contoso Bank');
  });
});
