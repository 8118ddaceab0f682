import { describe, expect, test } from 'vitest';
import { csvCards, exportStory, htmlCards, markdownCards, type ExportedStory } from '../../server/src/rehearse/index.js';
import { review } from '../../server/src/review/index.js';
import { builtinRubric } from '../../server/src/rubric/builtin.js';
import { parseStory } from '../../server/src/story/index.js';
import { readMarkdown } from '../../server/src/story/markdown.js';
import { visibleText } from '../../server/src/story/visible.js';

const exported = (text: string, name = 'the file'): ExportedStory => exportStory(review(parseStory(text), builtinRubric()), builtinRubric(), name);
const story = (title: string, rest = ''): string => `---\ntitle: ${JSON.stringify(title)}\n---\n## Situation\nA queue was stuck.\n\n## Action\nI drained it by hand.\n\n## Result\nThe delay fell from 9 minutes to 2.\n${rest}`;
const asked = (...questions: readonly string[]): string => `\n## Follow-ups\n${questions.map((question) => `- ${question}\n`).join('')}`;

/** RFC 4180, as a flash-card program reads it. */
function rowsOf(csv: string): string[][] {
  const rows: string[][] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  const row: string[] = [];
  for (let match = field.exec(csv); match; match = field.exec(csv)) {
    row.push(match[1]?.replaceAll('""', '"') ?? match[2]!);
    if (match[3] === '\r\n') rows.push(row.splice(0));
  }
  expect(csv.endsWith('\r\n')).toBe(true);
  return rows;
}

const STRANGE = ['Emoji 🚒 and 👩‍🚒', 'قائمة الانتظار توقفت', 'a, "quoted" \\ back|slash', 'W'.repeat(500), 'tab\tand\nline', '# heading', '1. list', '- dash', '`code` *star* _under_ ~tilde~ [x](y) <b>&amp;</b>', 'www.x.test and https://x.test'];

describe('CSV', () => {
  test('has a row for each telling and each follow-up, under a header', () => {
    const rows = rowsOf(csvCards([exported(story('Stuck', `\n## Framing: Short\n### Action\nI moved it aside.\n${asked('Why by hand? There was no tool.', 'Who "helped"?')}`))]));
    expect(rows[0]).toEqual(['front', 'back', 'story']);
    expect(rows.slice(1).map(([front]) => front)).toEqual(['Stuck', 'Stuck: Short', 'Why by hand?', 'Who "helped"?']);
    expect(rows.map(([, back]) => back).slice(3)).toEqual(['There was no tool.', '[answer]']);
    expect(rows[1]![1]!.split('\n').length).toBeGreaterThan(1);
    expect(rows.every((row) => row.length === 3)).toBe(true);
  });

  test.each(STRANGE)('gives back what was put in: %j', (title) => {
    expect(rowsOf(csvCards([exported(story(title))]))[1]![2]).toBe(title.replace(/^-/, "'-"));
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '＝1'])('a spreadsheet takes %j for text', (title) => {
    const rows = rowsOf(csvCards([exported(story(title))]));
    expect(rows[1]![0]).toBe(`'${title}`);
  });
});

describe('Markdown', () => {
  test('has a heading for each telling, its parts, and the résumé at the end', () => {
    const text = markdownCards([exported(story('Stuck', asked('Why?')))]);
    expect(text).toBe(`# Cue cards

1 story, 1 card

## Stuck

7 s of 90 s

**Open with:** A queue was stuck.

**Cues:**

1. A queue was stuck
2. I drained it by hand
3. The delay fell from 9 minutes to 2

**One figure:** The delay fell from 9 minutes to 2

**Land on:** The delay fell from 9 minutes to 2.

**They may ask:**

- Why?

## For a résumé

Cut from the words of each story. Fill in what stands in brackets, and say only what you can stand behind.

### Stuck

- Drained it by hand; the delay fell from 9 minutes to 2
`);
  });

  test.each(STRANGE)('shows words as they stand: %j', (title) => {
    const [, heading] = readMarkdown(markdownCards([exported(story(title))])).blocks.filter(({ kind }) => kind === 'heading');
    const text = markdownCards([exported(story(title))]);
    expect(visibleText(text.slice(heading!.start, heading!.end))).toBe(title.replace(/\s+/g, ' '));
  });

  test('says in plain words what a story lacks', () => {
    const text = markdownCards([exported('## Situation\nA queue was stuck.\n')]);
    expect(text).toContain('## the file\n');
    expect(text).toContain('**Still missing:**\n\n- No Action yet: write down what you did.\n- No figure yet');
  });
});

describe('the page', () => {
  test.each([...STRANGE, '</title><script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "' onmouseover='alert(1)", '\u0000\u0008\u202ecod'])('holds no markup but its own: %j', (title) => {
    const plain = htmlCards([exported(story('T', asked('Q')))]);
    const page = htmlCards([exported(story(title, asked('Q')))]);
    const tags = (text: string): string[] => (text.match(/<[^>]*>/g) ?? []).map((tag) => tag.replace(/\s.*/, ''));
    expect(tags(page)).toEqual(tags(plain));
    expect(page).not.toMatch(/[\u0000-\u0008\u202a-\u202e]/);
  });

  test('needs nothing from anywhere and runs nothing', () => {
    const page = htmlCards([exported(story('Stuck'))]);
    expect(page).not.toMatch(/<script|<link|<img|url\(|@import|\son\w+=|https?:/i);
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  });

  test('begins with an index where there are several cards', () => {
    const stories = ['One', 'Two', 'Three', 'Four'].map((title) => exported(story(title)));
    expect(htmlCards(stories.slice(0, 3))).not.toContain('class="index"');
    const page = htmlCards(stories);
    expect([...page.matchAll(/href="#(card-\d)"/g)].map((match) => match[1])).toEqual(['card-1', 'card-2', 'card-3', 'card-4']);
    expect(page.match(/<article class="card" id="card-\d"/g)).toHaveLength(4);
  });

  test('words run in their own direction', () => {
    expect(htmlCards([exported(story('قائمة'))])).toContain('<h2 dir="auto">قائمة</h2>');
  });
});
