import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { importStory } from '../../server/src/refactor/import/index.js';
import { MOST_CHARACTERS } from '../../server/src/story/bounds.js';
import { parseStory } from '../../server/src/story/index.js';
import { fixed } from './reviewing.js';
import { outline } from './story.js';

const read = (folder: string): [string, string][] =>
  readdirSync(path.join(import.meta.dirname, '..', folder))
    .filter((file) => file.endsWith('.md'))
    .map((file) => [file, readFileSync(path.join(import.meta.dirname, '..', folder, file), 'utf8')]);
const POSTMORTEMS = read('postmortems');
const CORPUS = read('corpus');

function imported(text: string): string {
  const made = importStory(text);
  if ('problem' in made) throw new Error(made.problem);
  return made.text;
}

/** The story that an import makes, without its front matter. */
const bodyOf = (text: string): string => imported(text).replace(/^---\n[^]*?\n---\n\n/, '');

/** The words of the source that the story has less often. */
function lost(source: string): string[] {
  const count = (text: string): Map<string, number> => {
    const words = new Map<string, number>();
    for (const word of text.match(/[\p{L}\p{N}]+/gu) ?? []) words.set(word, (words.get(word) ?? 0) + 1);
    return words;
  };
  const kept = count(imported(source));
  return [...count(source)].filter(([word, times]) => (kept.get(word) ?? 0) < times).map(([word]) => word);
}

/** A single letter that was a label is spelled out. */
const isInitial = (word: string): boolean => /^[STARL]$/.test(word);

describe('every word of the source is in the story', () => {
  test.each([...CORPUS, ...POSTMORTEMS])('%s', (_, text) => {
    expect(lost(text).filter((word) => !isInitial(word))).toEqual([]);
    expect(lost(text.replace(/\n/g, '\r\n')).filter((word) => !isInitial(word))).toEqual([]);
  });
});

test.each(CORPUS.filter(([, text]) => !/^#* ?\**(summary|description|timeline)/im.test(text)))('the sections of a story are those it had: %s', (_, text) => {
  const roles = (story: string): string[] => outline(story).map((line) => line.slice(0, line.indexOf(':')));
  expect(roles(imported(text))).toEqual(roles(text));
});

describe('a postmortem', () => {
  const [, PRINTER] = POSTMORTEMS.find(([file]) => file.startsWith('label-printer'))!;

  test('becomes a story: what was at stake, the steps, what was learned; the timeline waits in Notes', () => {
    const headings = bodyOf(PRINTER).match(/^#+ .*$/gm);
    expect(headings).toEqual([
      '# Postmortem: parcels without labels on a Monday morning',
      '## Situation',
      '### Summary',
      '### Impact',
      '## Action',
      '### Detection',
      '### Root cause',
      '# not a heading',
      '### Resolution',
      '### Action items',
      '## Lessons learned',
      '### What went well',
      '### What went wrong',
      '### Where we got lucky',
      '## Notes',
      '### Timeline (UTC)',
      '#### Communication',
      '### Glossary',
    ]);
    const story = parseStory(imported(PRINTER));
    expect(story.tellings[0].sections.map(({ role }) => role)).toEqual(['situation', 'action', 'learning']);
    expect(story.tellings[0].sections[1]!.steps.map(({ kind }) => kind)).toEqual(['diagnosis', 'root-cause', 'implementation', 'prevention']);
    expect(story.asides.map(({ kind }) => kind)).toEqual(['notes']);
  });

  test('what the story would take for something else is named in a comment', () => {
    const [, text] = POSTMORTEMS.find(([file]) => file.startsWith('cache-of'))!;
    expect(imported(text)).toContain('### Prevention\n\n<!-- Follow-ups -->\n\n- [x] The job reports when it ends');
    expect(parseStory(imported(text)).asides).toEqual([]);
  });

  test('keeps its front matter, and says that it is a draft', () => {
    const [, text] = POSTMORTEMS.find(([file]) => file.startsWith('cache-of'))!;
    expect(imported(text)).toMatch(/^---\ntitle: The price cache that kept yesterday\nowner: shop team\nstar: 1\nstatus: draft\n---\n/);
    expect(importStory(text)).toMatchObject({ title: 'The price cache that kept yesterday' });
  });

  test.each([
    ['plain-labels.md', ['situation', 'action', 'learning']],
    ['list-of-labels.md', ['situation', 'action', 'learning']],
    ['nested-analysis.md', ['situation', 'action']],
  ])('in another form: %s', (name, roles) => {
    const [, text] = POSTMORTEMS.find(([file]) => file === name)!;
    expect(parseStory(imported(text)).tellings[0].sections.map(({ role }) => role)).toEqual(roles);
  });

  test('a list of labels is one no more, and what was under an item still is', () => {
    const [, text] = POSTMORTEMS.find(([file]) => file.startsWith('list-of'))!;
    expect(imported(text)).toContain('### Impact\n\nSearch was slow from 02:00 to 04:30.\nIt did not go down.');
    expect(imported(text)).toContain('**Trigger and root cause**\n\nTwo schedulers after the move, each with its own lock.\n- old one: `cron`');
  });

  test('a fence that only the end of the text closed does not swallow what follows it now', () => {
    const text = imported('# X\n\n## Timeline\n\n10:00 on\n\n## Impact\n\nSearch was down.\n\n## Root cause\n\n```\nkill -9 1');
    expect(text.match(/^## .*$/gm)).toEqual(['## Situation', '## Action', '## Notes']);
    expect(parseStory(text).asides).toHaveLength(1);
  });
});

describe('a story', () => {
  test('labels become headings, in lists too', () => {
    const text = '- **Situation:** The till was slow.\n  Every Friday.\n- **Task:** I owned it.\n- **Action** (60 seconds): I did this:\n  - measured\n  - cached\n- **Result:** It was fast.\n';
    expect(bodyOf(text)).toBe(
      '# The till was slow\n\n## Situation\n\nThe till was slow.\nEvery Friday.\n\n## Task\n\nI owned it.\n\n## Action (60 seconds)\n\nI did this:\n- measured\n- cached\n\n## Result\n\nIt was fast.\n',
    );
  });

  test('single letters are spelled out', () => {
    expect(bodyOf('S: Slow till.\nT: My job.\nA: I measured.\nR: Fast till.\n')).toBe(
      '# Slow till\n\n## Situation\n\nSlow till.\n\n## Task\n\nMy job.\n\n## Action\n\nI measured.\n\n## Result\n\nFast till.\n',
    );
  });

  test('a table with labels across the top: the first story is told, the others wait in Notes', () => {
    const text = '| Story | S | T | A | R |\n|---|---|---|---|---|\n| Slow till | It was slow. | My job. | I measured.<br>I cached. | Fast. |\n| Other | O | P | Q | U |\n';
    expect(bodyOf(text)).toBe(
      '# Slow till\n\n## Situation\n\nIt was slow.\n\n## Task\n\nMy job.\n\n## Action\n\nI measured.\n\nI cached.\n\n## Result\n\nFast.\n\n' +
        '## Notes\n\n- Story: Slow till\n\n| Story | S | T | A | R |\n|---|---|---|---|---|\n| Other | O | P | Q | U |\n',
    );
    expect(lost(text)).toEqual(['br']);
  });

  test('a table with labels down the side, and one copied from a spreadsheet', () => {
    const told = '## Situation\n\nIt was slow.\n\n## Action\n\nI measured.\n\n## Result\n\nFast.\n';
    expect(bodyOf('| **Situation** | It was slow. |\n|---|---|\n| **Action** | I measured. |\n| **Result** | Fast. |\n')).toContain(told);
    expect(bodyOf('Situation\tIt was slow.\nAction\tI measured.\nResult\tFast.\n')).toContain(told);
  });

  test('prose stays one block, which the fix of its finding divides', () => {
    const prose = 'Our till was slow every Friday, and people left the queue. I was asked to find out why. I measured each call and found one that ran twice. I removed it and watched two Fridays. The queue was gone, and payments took 2 seconds instead of 9. I learned to count the calls before I guess, and I look at the count of each release now.';
    expect(bodyOf(prose)).toBe(`# Our till was slow every Friday, and people left the queue\n\n${prose}\n`);
    expect(fixed(imported(prose), 'no-sections')).toContain('## Situation');
  });

  test('a story that is one already stays as it is', () => {
    const once = imported('S: Slow till.\nT: My job.\nA: I measured.\nR: Fast till.\n');
    expect(imported(once)).toBe(once);
  });

  test('a byte order mark goes, the line endings stay', () => {
    expect(imported('\ufeffSituation: slow.\r\nAction: I measured.\r\n')).toMatch(/^---\r\nstar: 1\r\nstatus: draft\r\n---\r\n\r\n# Slow\r\n\r\n## Situation\r\n\r\nslow\.\r\n/);
  });

  test('front matter that cannot be added to is left alone', () => {
    expect(imported('---\n{ title: Slow till }\n---\n\nIt was slow.\n')).toMatch(/^---\n\{ title: Slow till \}\n---\n\n# Slow till\n/);
  });
});

test.each([
  ['empty', ''],
  ['empty', ' \n\t… !'],
  ['binary', 'PNG\0\u0001'],
  ['too-long', 'word '.repeat(MOST_CHARACTERS / 4)],
])('%s', (problem, text) => {
  expect(importStory(text)).toEqual({ problem });
});
