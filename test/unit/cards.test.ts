import { describe, expect, test } from 'vitest';
import { cueCard, cueCards, resumeBullets, type CueCard } from '../../server/src/rehearse/index.js';
import { review, type Review } from '../../server/src/review/index.js';
import { builtinRubric } from '../../server/src/rubric/builtin.js';
import { parseStory } from '../../server/src/story/index.js';
import { STRONG } from './reviewing.js';

const read = (text: string): Review => review(parseStory(text), builtinRubric());
const card = (text: string): CueCard => cueCard(read(text), read(text).tellings[0], builtinRubric());
const bullets = (text: string): string[] => resumeBullets(read(text)).map((bullet) => bullet.text);

describe('a card says in the story\'s own words', () => {
  test('what to open with, the cues, one figure and the line to land on', () => {
    const made = card(STRONG);
    expect(made).toMatchObject({
      title: 'The index that was not there',
      framing: undefined,
      opener: 'I worked on the booking service that 40 hotels use at check-in.',
      figure: 'Search at the peak went from 9 seconds to 300 ms',
      landing: 'I learned that an index is part of what a service promises, and I now read each migration with its queries beside me.',
      missing: [],
      target: 90,
    });
    expect(made.cues.length).toBeGreaterThan(2);
    expect(made.cues.length).toBeLessThanOrEqual(5);
    for (const { text } of made.cues) expect(STRONG).toContain(text);
  });

  test('without the marks of Markdown', () => {
    const marked = '## Situation\nOur `queue` **never** drained &mdash; see [the log](https://x.test/a) \\*daily\\*: a &lt; b.\n\n## Action\nI drained it.\n';
    expect(card(marked).opener).toBe('Our queue never drained — see the log *daily*: a < b.');
  });

  test('a list, a quote and Windows line ends are one line', () => {
    const quoted = '> ## Situation\r\n> The queue\r\n> never drained.\r\n>\r\n> ## Action\r\n> - I drained it.\r\n';
    expect(card(quoted).opener).toBe('The queue never drained.');
  });
});

describe('the figure', () => {
  const metrics = (list: string): string => STRONG.replace(/^/, `---\nstar: 1\nmetrics:\n${list}---\n`);

  test('is the recorded one first, with what is known of it', () => {
    const recorded = '  - { name: search time, before: 9 s, after: 0.3 s, window: four weeks, confidence: exact, source: latency graph }\n';
    expect(card(metrics(recorded)).figure).toBe('search time: 9 s → 0.3 s (four weeks, exact, latency graph)');
  });

  test('leaves out what is still a slot, and passes over a metric without its figure', () => {
    const unfilled = '  - { name: pages, after: "[after]" }\n  - { name: "[what]", before: "[before]", after: 0.3 s, source: "[where the figure is from]" }\n';
    expect(card(metrics(unfilled)).figure).toBe('0.3 s');
  });

  test('of a long sentence is the part that holds it', () => {
    const long = '## Action\nI cached it.\n\n## Result\nAfter the release in May, which we had moved twice because of the audit, the median fell from 900 ms to 80 ms, and the three teams that depend on it stopped asking us for a bigger machine.\n';
    expect(card(long).figure).toBe('the median fell from 900 ms to 80 ms');
  });

  test('in the Action is none', () => {
    const made = card('## Situation\nA queue was stuck.\n\n## Action\nI moved one percent of the accounts, then ten.\n\n## Result\nIt held.\n');
    expect(made.figure).toBeUndefined();
    expect(made.missing).toContain('figure');
  });
});

describe('the line to land on', () => {
  const ended = (result: string, learning = ''): string => `## Situation\nA queue was stuck.\n\n## Action\nI drained it. **The limit was the cause.**\n\n## Result\n${result}\n${learning && `\n## Learning\n${learning}\n`}`;

  test('is the last that the person made bold or highlighted as a whole', () => {
    expect(card(ended('**Nobody was woken again.** It held for a year.')).landing).toBe('Nobody was woken again.');
    expect(card(ended('==Nobody was woken again.== It held for a year.')).landing).toBe('Nobody was woken again.');
  });

  test('is the last sentence of the Learning, else of the Result', () => {
    const plain = (text: string): string => text.replaceAll('**', '');
    expect(card(plain(ended('It held.', 'I ask for limits now. Early.'))).landing).toBe('Early.');
    expect(card(plain(ended('It held. Nobody was woken.'))).landing).toBe('Nobody was woken.');
    expect(card(plain(ended('It **really** held.'))).landing).toBe('It really held.');
  });

  test('is none where it has a slot to fill in', () => {
    expect(card(ended('It fell to [figure].').replaceAll('**', ''))).toMatchObject({ landing: undefined });
  });
});

describe('what is missing is named and not made up', () => {
  test.each([
    ['an empty file', '', ['opener', 'action', 'cues', 'figure', 'landing']],
    ['no Action', '## Situation\nA queue was stuck.\n\n## Result\nIt fell from 9 to 2 seconds.\n', ['action']],
    ['a fresh opener', '## Situation\n[What failed] on a Monday.\n\n## Action\nI drained it.\n\n## Result\nIt fell from 9 to 2 seconds.\n', ['opener']],
  ])('%s', (_, text, missing) => {
    expect(card(text).missing).toEqual(missing);
  });

  test('text without labels has an Action somewhere', () => {
    expect(card('A queue was stuck for an hour. I drained it by hand and added an alert. The delay fell from 9 minutes to 2.').missing).toEqual([]);
  });
});

test('what is kept beside the story stands on every card; sections that a framing does not tell are taken over', () => {
  const text = `${STRONG}\n## Framing: The pager\n### Action\nI counted the pages and removed the alert.\n\n## Do not claim\n- The **library** is mine\n- Money saved\n\n## Follow-ups\n1. Why not replicas?\n   They cost more.\n2. Who reviewed it?\n`;
  const made = cueCards(read(text), builtinRubric());
  expect(made.map(({ framing }) => framing)).toEqual([undefined, 'The pager']);
  for (const one of made) {
    expect(one).toMatchObject({ opener: 'I worked on the booking service that 40 hotels use at check-in.', missing: [] });
    expect(one.doNotClaim).toEqual(['The library is mine', 'Money saved']);
    expect(one.followUps).toEqual(['Why not replicas? They cost more.', 'Who reviewed it?']);
  }
});

describe('lines for a résumé', () => {
  test('begin with the verb behind "I" and end with the figure; what is not said is a slot', () => {
    const [first, second, ...more] = bullets(STRONG);
    expect(first).toBe('Rolled it out to one region first, watched the graphs for an hour with the support lead on the line; Search at the peak went from 9 seconds to 300 ms');
    expect(second).toMatch(/^[A-Z][a-z]+ .*; \[what came of it, in figures\]$/);
    expect(more).toEqual([]);
  });

  test('hold no word that the story does not have', () => {
    const known = new Set(STRONG.toLowerCase().match(/[\p{L}\p{N}-]+/gu));
    const said = bullets(STRONG).join(' ').replace(/\[[^\]]*\]/g, '').toLowerCase().match(/[\p{L}\p{N}-]+/gu) ?? [];
    expect(said.filter((word) => !known.has(word))).toEqual([]);
  });

  test('pass over what only stands beside a deed', () => {
    const [first] = bullets('## Action\nWhen I opened the log, I thought of the disk. After I restarted it, I rebuilt the index in two steps.\n\n## Result\nIt fell from 9 to 2 s.\n');
    expect(first).toBe('Rebuilt the index in two steps; it fell from 9 to 2 s');
  });

  test('are a skeleton without a deed, and none without a figure either', () => {
    expect(bullets('## Situation\nA queue was stuck.\n\n## Action\nWe drained it.\n\n## Result\nThe delay fell from 9 minutes to 2.\n')).toEqual(['[Verb] [what you did]; the delay fell from 9 minutes to 2']);
    expect(bullets('## Situation\nA queue was stuck.\n')).toEqual([]);
  });
});
