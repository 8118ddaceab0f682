import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { builtinRubric } from '../../server/src/rubric/builtin.js';
import { review, ReviewMemory, type Review } from '../../server/src/review/index.js';
import { parseStory, StoryMemory, type Story } from '../../server/src/story/index.js';
import { SHAPES } from '../torture/shapes.js';
import { dice } from './dice.js';

const CORPUS = join(import.meta.dirname, '../corpus');
const STORIES = readdirSync(CORPUS).map((name) => readFileSync(join(CORPUS, name), 'utf8'));

/** What is typed, pasted and deleted: letters, and all that can change how the rest of a text is read. */
const TYPED = [
  'e', ' ', '.', ',', 'I ', "n't", '\n', '\n', '\n\n', '\r\n', '\r', '  ', '\t', '😀', '\ud83d', 'é', '我们', '“', '"', '\u00a0', '\u2028', '\ufeff',
  '```\n', '```', '~~~\n', '`', '**', '*', '_', '[', ']', '[slot]', '[a]: /b\n', '[a]', '\n> ', '\n- ', '\n1. ', '    ', '<!-- ', ' -->', '<div>', '\n</pre>\n', '&amp;', '\\',
  '---\n', '---\nstar: true\n---\n', 'status: draft\n', '\n## Action\n', '\n## Result\n', '**Situation:** ', 'S: ', '## Framing: for a bank\n\n## Action\nI led it.\n', '\n## Notes\n', '<!-- star-disable no-metric -->\n', '<!-- star-enable -->\n',
  '40 %', '503 errors', ' The root cause was a stale cache. ', ' I considered replicas, but chose the index because it was reversible. ', 'https://wiki.internal/x', '$5',
  '-----BEGIN RSA PRIVATE KEY-----\n', ' account\n', '123456789012', '+49 170 5550123', 'ops@\u200bledger-db-03.corp.test',
];

/** One thing that a person does to a text: a key, a paste of a few words from somewhere in it, or a deletion. */
function edited(text: string, roll: (sides: number) => number): string {
  const at = roll(text.length + 1);
  const kind = roll(10);
  if (kind < 6) return text.slice(0, at) + TYPED[roll(TYPED.length)]! + text.slice(at);
  if (kind < 8) return text.slice(0, at) + text.slice(at + 1 + roll(kind === 6 ? 3 : 200));
  const from = roll(text.length + 1);
  return text.slice(0, at) + text.slice(from, from + roll(300)) + text.slice(at);
}

/** Everything in a story and its review, maps and all, and what a fix would do where `fixes` are asked for. */
function written(story: Story, reviewed: Review, fixes: boolean): string {
  const { story: _, tellings, ...rest } = reviewed;
  const plain = (key: string, value: unknown): unknown =>
    value instanceof Map || value instanceof Set ? [...(value as Iterable<unknown>)] : key === 'section' || key === 'sentence' ? (value as Story['tellings'][0]['range']).start : value;
  const told = tellings.map(({ telling: __, findings, ...others }) => [others, findings.map((finding) => (fixes ? finding : [finding.rule, finding.severity, finding.message, finding.range, finding.role]))]);
  return JSON.stringify([story, rest, told], plain);
}

/** One story that is open in an editor, each of its texts compared with a fresh reading. */
class Open {
  readonly #rubric = builtinRubric();
  readonly #read = new StoryMemory();
  readonly #heard = new ReviewMemory();
  readonly #roll: (sides: number) => number;
  #versions: string[] = [];

  constructor(seed: number) {
    this.#roll = dice(seed);
  }

  /** Writes on in a text; now and then, everything that was written is undone. */
  writeOn(first: string, edits: number, fixes = false): void {
    this.#versions = [first];
    for (let text = first, edit = 0; edit <= edits; edit++) {
      this.compare(text, fixes);
      text = this.#roll(12) === 0 ? this.#versions[this.#roll(this.#versions.length)]! : edited(text, this.#roll);
      this.#versions.push(text);
    }
  }

  compare(text: string, fixes = false): void {
    const [story, fresh] = [parseStory(text, this.#read), parseStory(text)];
    const one = written(story, review(story, this.#rubric, {}, this.#heard), fixes);
    const other = written(fresh, review(fresh, this.#rubric), fixes);
    if (one !== other) expect([text, one]).toEqual([text, other]);
  }
}

describe('a text that is written on in is read and reviewed as if it were new', () => {
  test('every story of the corpus in place of the one before, in either kind of line ending, with an edit anywhere', () => {
    const open = new Open(7919);
    STORIES.forEach((text, index) => open.writeOn(index % 3 === 0 ? text.replaceAll('\n', '\r\n') : text, 1));
  });

  test('one story, for a long time, and so are its fixes', () => {
    new Open(17).writeOn(STORIES[0]!, 60, true);
  });

  test('texts that are made to be awkward', () => {
    Object.values(SHAPES).forEach((shape, index) => new Open(index * 104_729 + 3).writeOn(shape(200), 1));
  });
});

/** Heard by what was learned, and not by a cue that is written in the rubric. */
const SOFT = 'People could order again and the support team had a quiet evening.';

describe('words that stay the same are read anew where something else makes them mean another thing', () => {
  const said = 'I compared the two graphs because the queue was full, and chose to move it.';
  test.each([
    ['the step that they stand under', `## Action\n\n### Diagnosis\n\n${said}\n`, `## Action\n\n### Decision\n\n${said}\n`],
    ['the section that they stand under', `## Situation\n\n${SOFT}\n`, `## Task\n\n${SOFT}\n`],
    ['a list', `## Action\n\n- ${said}\n`, `## Action\n\n  ${said}\n`],
    ['code', '## Action\n\nI looked at `XX` and fixed it.\n', '## Action\n\nI looked at  XX  and fixed it.\n'],
    ['a bold label', '## Action\n\nI looked.\n**Cause:** We had no index.\n', '## Action\n\nI looked.\n  Cause:   We had no index.\n'],
    ['initials that are labels together', `S: ${said}\n\nT: I led it.\n`, `S: ${said}\n\nT: I led it.\n\nA: I wrote it.\n`],
    ['a definition far below', `## Action\n\n[I][a] moved it.\n`, `## Action\n\n[I][a] moved it.\n\n[a]: /b\n`],
    ['front matter that is opened', `shape: debugging\n---\n\n${said}\n`, `---\nshape: debugging\n---\n\n${said}\n`],
    ['a sentence in a quotation', `## Action\n\nShe said “${said}\n`, `## Action\n\nShe said “${said}”\n`],
  ])('%s', (_, before, after) => {
    const open = new Open(1);
    for (const text of [before, after, before]) open.compare(text, true);
  });
});

describe('a memory stays as small as the text', () => {
  const [story] = STORIES as [string];

  test('what the last reading did not need is gone at the next', () => {
    const [read, heard] = [new StoryMemory(), new ReviewMemory()];
    const keep = (text: string): number => {
      review(parseStory(text, read), builtinRubric(), {}, heard);
      return read.size + heard.size;
    };
    keep(story);
    const once = keep(story);
    for (let key = 0; key < 50; key++) keep(`${story}\nKey ${key}.\n`);
    keep(story);
    expect(keep(story)).toBe(once);
    keep('');
    expect(keep('')).toBe(0);
  });

  test('what stands behind a new word is moved, and not read again', () => {
    const read = new StoryMemory();
    const sizeAfter = (word: string): number => {
      parseStory(`## Situation\n\nIt was ${word}.\n\n## Result\n\nPages went from **40** a week to \`6\`.\n`, read);
      return read.size;
    };
    // Four passages, their blocks and two stretches of prose; then one new of each, beside what the new ones replace.
    expect([sizeAfter('late'), sizeAfter('rather late')]).toEqual([10, 13]);
  });

  test('another rubric listens anew', () => {
    const [read, heard] = [new StoryMemory(), new ReviewMemory()];
    const withoutPatterns = { ...builtinRubric(), matcher: { match: () => new Map() } };
    review(parseStory(story, read), builtinRubric(), {}, heard);
    heard.begin(withoutPatterns as never);
    expect(heard.size).toBe(0);
  });
});
