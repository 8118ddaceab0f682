import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { builtinRubric } from '../../server/src/rubric/builtin.js';
import { Matches } from '../../server/src/rubric/matches.js';
import { review, ReviewMemory } from '../../server/src/review/index.js';
import { parseStory, StoryMemory } from '../../server/src/story/index.js';
import { Open } from '../properties/open.js';
import { SHAPES } from '../torture/shapes.js';

const CORPUS = join(import.meta.dirname, '../corpus');
const STORIES = readdirSync(CORPUS).map((name) => readFileSync(join(CORPUS, name), 'utf8'));

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
    const withoutPatterns = { ...builtinRubric(), matcher: { match: () => new Matches([]) } };
    review(parseStory(story, read), builtinRubric(), {}, heard);
    heard.begin(withoutPatterns as never);
    expect(heard.size).toBe(0);
  });
});
