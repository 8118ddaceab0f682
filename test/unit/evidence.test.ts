import { readFileSync } from 'node:fs';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { builtinRubric } from '../../server/src/rubric/builtin.js';
import { evidenceLenses, evidenceSheet, hover, reviewedStory, type HoverFormat } from '../../server/src/service/index.js';
import { parseStory } from '../../server/src/story/index.js';
import { STRONG } from './reviewing.js';

const URI = 'file:///my%20stories/a)%20b.star.md';

const read = (text: string) => reviewedStory({ uri: URI, version: 1 }, parseStory(text), builtinRubric(), {});

/** What a hover over a piece of a text says. */
function over(text: string, piece: string, hoverFormat: HoverFormat = 'markdown', commandLinks = false): string {
  const reviewed = read(text);
  const offset = text.indexOf(piece);
  expect(offset).toBeGreaterThanOrEqual(0);
  const found = hover(reviewed, reviewed.lines.positionAt(offset + 1), { hoverFormat, commandLinks });
  return (found?.contents as { value: string } | undefined)?.value ?? '';
}

const CHOICE = /I chose the rebuild over replicas.*\n/;
const WITHOUT_CHOICE = STRONG.replace(/I considered adding[^]*?one night\.\n/, '');

test.each([
  ['## Situation', '**Business impact** (line 4): “After a schema change'],
  ['## Task', '**Ownership** (line 7): “I was responsible'],
  ['## Action', '**Tradeoff** (line 11): “I chose the rebuild over replicas'],
  ['## Result', '**Measured result** (line 16): “Search at the peak went from 9 seconds'],
  ['## Learning', '**Learning** (line 19): “I learned that an index'],
])('over %s stands what was heard there, by which sentence', (heading, line) => {
  expect(over(STRONG, heading)).toContain(`Heard here:\n\n`);
  expect(over(STRONG, heading)).toContain(`- ${line}`);
});

test('a beat that was not heard stands where it belongs, with its question', () => {
  expect(over(WITHOUT_CHOICE, '## Action')).toContain('Not heard yet:\n\n- **Tradeoff**: Which option did you turn down, and what did your choice cost?');
  expect(over(WITHOUT_CHOICE, '## Result')).not.toContain('Tradeoff');
});

test('a sentence with slots is a draft, and says in which line', () => {
  const draft = STRONG.replace(CHOICE, 'I chose [your option] over [other option] because [reason].\n');
  expect(over(draft, '## Action')).toMatch(/Drafted, with slots to fill in:\n\n- \*\*Tradeoff\*\* \(line 11\): “I chose \\\[your option\\\] over/);
});

test('what only two weak sentences say together is said to be heard faintly', () => {
  const weak = WITHOUT_CHOICE.replace('## Result', 'The change was reversible.\nA quick fix was the price of the weekend.\n\n## Result');
  const said = over(weak, '## Action');
  expect(said).toMatch(/- \*\*Tradeoff\*\*, faintly \(lines? \d+(, \d+)?\): “/);
  expect(over(weak, '# The index', 'plaintext')).toMatch(/- Tradeoff \(line [\d, ]+\): Faintly: “.*” and “/);
});

const GAUGE = `---
shape: production-incident
---
# The tide gauge

## Situation
The harbour's tide gauge stopped at four in the morning, and 12 pilots could not see the water level.

## Task
I was on call and owned the gauge.

## Action
I read the log of the receiver and saw that a firmware update had switched the clock to local time. I set the clock back and restarted the receiver, rather than replacing the board. I added a check that compares the clock with two others every minute.

## Result
The gauge has shown the right level in all eleven months since, and the pilots stopped phoning the tower.

## Learning
I learned to test an update against the clocks first. The root cause of most surprises is time.
`;

test('of several sentences the one that says it best is shown, not the one with the plainest words', () => {
  expect(over(GAUGE, '# The tide', 'plaintext')).toMatch(/- Root cause \(line 13\): “I read the log of the receiver and saw/);
  expect(over(GAUGE, '## Learning', 'plaintext')).not.toContain('Root cause');
});

const FERRY = `---
shape: technical-disagreement
---
# Polling or events

## Situation
The ferry company sells tickets through eight travel agencies, so that islanders can buy where they shop. My colleague wanted events, and I wanted to keep polling.

## Task
I was responsible for the design of the new feed.

## Action
My lead said I was not allowed to decide that alone, and I answered that I had no wish to. I measured both for a week and showed the numbers to everybody. We chose polling over events because it needed no new broker.

## Result
The feed went live in May, and the agencies have asked for nothing since.

## Learning
I learned to bring numbers to a disagreement.
`;

test('a written cue that is likely, too, comes before what only sounds likely', () => {
  const sample = readFileSync(new URL('../../examples/checkout-down-on-friday.star.md', import.meta.url), 'utf8');
  const said = over(sample, '## Situation', 'plaintext');
  expect(said).toMatch(/- Business impact \(line 11\): “One Friday afternoon, checkout stopped working/);
  expect(said).not.toContain('campaign');
});

test('what stands in another part of the story than it belongs to, and is not likely either, is heard faintly', () => {
  expect(over(FERRY, '# Polling', 'plaintext')).toMatch(/- Business impact \(line 7\): Faintly: “The ferry company sells/);
});

test('what nobody asks of such a story is shown only where it is heard clearly', () => {
  const said = over(FERRY, '# Polling', 'plaintext');
  expect(said).toMatch(/- Directional result \(line 16\): “The feed went live/);
  // "I was not allowed to decide that" is no cause of a failure.
  expect(said).not.toContain('Root cause');
});

test('over the title stands the whole story: beat, sentence, line, and what is not heard first', () => {
  const said = over(WITHOUT_CHOICE, '# The index');
  expect(said).toMatch(/^\*\*The index that was not there\*\* · \d+ of \d+ heard · \d+ words · \d+ s\n\nRead as: Performance or scaling\. [^\n]+\n\n\| Beat \| Heard by \| Line \|\n\|---\|---\|---\|\n\| \*\*Tradeoff\*\* \| Not heard yet\./);
  expect(said).toContain('| **Ownership** | “I was responsible for finding the cause and for a fix before the holiday weekend.” | 7 |');
});

test('the same reads well where no Markdown is shown', () => {
  const said = over(WITHOUT_CHOICE, '# The index', 'plaintext');
  expect(said).toContain('\n- Tradeoff: Not heard yet. Which option did you turn down, and what did your choice cost?\n');
  expect(said).toContain('\n- Ownership (line 7): “I was responsible');
  expect(said).not.toMatch(/[*|\\]/);
});

test('a story without labels and title shows the same over its first sentence', () => {
  const told = 'I owned the exports. They were late every night.\nI moved them to a queue instead of adding a second server.\n';
  expect(over(told, 'I owned')).toMatch(/^\*\*This story\*\* · \d+ of \d+ heard/);
  expect(over(told, 'I owned')).toContain('| **Ownership** | “I owned the exports.” | 1 |');
  expect(over(told, 'late every night')).not.toContain('This story');
});

test('a framing says what it takes over and counts what is heard there', () => {
  const framed = `${STRONG}\n## Framing: Rollbacks first\n\n### Action\n\nI rolled the migration back.\n`;
  const said = over(framed, 'Framing:');
  expect(said).toMatch(/^\*\*Rollbacks first\*\* · \d+ of \d+ heard/);
  expect(said).toContain('Taken over from the story: Situation, Task, Result, Learning');
  expect(said).toContain('| **Tradeoff** | Not heard yet.');
  expect(said).toContain('| **Learning** | “I learned that an index');
});

test('a step of the action is a part of its own', () => {
  const stepped = STRONG.replace('I considered adding', '\n### Tradeoff\n\nI considered adding');
  const said = over(stepped, '### Tradeoff');
  expect(said).toContain('- **Tradeoff** (line 14)');
  expect(said).not.toContain('**Root cause**');
});

test('every hover, lens and list counts the same beats', () => {
  const [lens] = evidenceLenses(read(WITHOUT_CHOICE), { commandLinks: true });
  const [told] = evidenceSheet(read(WITHOUT_CHOICE)).tellings;
  const counted = `${told!.heard} of ${told!.asked} heard`;
  expect(lens!.command).toMatchObject({ title: counted, command: 'starwright.showEvidence', arguments: [URI, 0] });
  expect(lens!.command!.tooltip).toContain('Tradeoff: Not heard yet.');
  expect(over(WITHOUT_CHOICE, '# The index')).toContain(counted);
});

test('the list has for each missing beat a sentence to fill in and its place', () => {
  const missing = evidenceSheet(read(WITHOUT_CHOICE)).tellings[0]!.beats[0]!;
  expect(missing).toMatchObject({ id: 'tradeoff', standing: 'missing', sentences: [] });
  expect(missing.fill!.range.start.line).toBe(11);
  expect(missing.fill!.snippet).toMatch(/I chose \$\{1:\[your option\]\} over \$\{2:/);
  expect(evidenceSheet(read(STRONG)).tellings[0]!.beats.every(({ fill }) => fill === undefined)).toBe(true);
});

/** Where the links of a Markdown text lead. */
function linksIn(markdown: string): string[] {
  const found: string[] = [];
  const look = (node: { type: string; url?: string; children?: unknown[] }): void => {
    if (['link', 'image', 'definition', 'html', 'linkReference'].includes(node.type)) found.push(node.url ?? node.type);
    for (const child of node.children ?? []) look(child as Parameters<typeof look>[0]);
  };
  look(unified().use(remarkParse).parse(markdown) as Parameters<typeof look>[0]);
  return found;
}

const ATTACK = '[x](command:starwright.silence?%5B%5D) <a href="command:workbench.action.quit">y</a> ![z](command:a) \\[x](command:b) `\\`[x](command:c) | <command:d> [e]: command:e';

test.each([
  ['a title', `---\nstar: 1\ntitle: ${JSON.stringify(ATTACK)}\n---\n${STRONG}`, '# The index'],
  ['a label', STRONG.replace('## Action', '## Action: [x](command:a) ![y](command:b)'), '## Action'],
  ['evidence in a section', STRONG.replace('because it was reversible', `because ${ATTACK} was`), '## Action'],
  ['evidence in the table', STRONG.replace('because it was reversible', `because ${ATTACK} was`), '# The index'],
  ['a framing', `${STRONG}\n## Framing: ${ATTACK}\n\n### Action\n\nI left.\n`, 'Framing: '],
])('%s cannot put a link into a hover', (_where, text, piece) => {
  const said = over(text, piece, 'markdown', true);
  expect(said).not.toBe('');
  const ours = /^command:starwright\.(silence|tuneRule|showRule)\?(%[0-9A-F]{2}|[\w.-])*$/;
  expect(linksIn(said).filter((link) => !ours.test(link) || link.includes('%5B%5D'))).toEqual([]);
});

test('a finding can be left out, tuned and looked up from its hover, by a client with those commands', () => {
  const links = linksIn(over(WITHOUT_CHOICE, '## Action', 'markdown', true)).map((link) => link.replace(/\?.*/, ''));
  expect(links).toEqual(['command:starwright.silence', 'command:starwright.tuneRule', 'command:starwright.showRule']);
  expect(linksIn(over(WITHOUT_CHOICE, '## Action', 'markdown', false))).toEqual([]);
  expect(over(WITHOUT_CHOICE, '## Action', 'plaintext', true)).not.toContain('command:');
});

test('the arguments of a link arrive as they were, whatever the file is called', () => {
  const [silence] = linksIn(over(WITHOUT_CHOICE, '## Action', 'markdown', true));
  expect(JSON.parse(decodeURIComponent(silence!.split('?')[1]!))).toEqual([URI, 'no-tradeoff', { line: 8, character: 0 }]);
});
