import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { builtinRubric } from '../../server/src/rubric/builtin.js';
import { review } from '../../server/src/review/index.js';
import { parseStory } from '../../server/src/story/index.js';

const folder = path.join(import.meta.dirname, '../corpus');
const stories = readdirSync(folder).filter((name) => name.endsWith('.star.md')).sort();

/** What is heard in a story and what is said of it, on two lines. */
function summary(name: string): string {
  const [telling] = review(parseStory(readFileSync(path.join(folder, name), 'utf8')), builtinRubric()).tellings;
  const heard = telling.beats.filter(({ present }) => present).map(({ id }) => id);
  const found = telling.findings.map(({ severity, rule }) => (severity === 'warning' ? rule : `(${rule})`));
  return `${name.replace('.star.md', '')}\n  hears ${heard.join(' ') || 'nothing'}\n  says  ${found.join(' ') || 'nothing'}\n`;
}

/** A change of the rubric shows here as a diff to read: each line that changes is a story that is judged differently. */
test('what is heard in the corpus, and said of it', async () => {
  await expect(stories.map(summary).join('\n')).toMatchFileSnapshot('../corpus/review.snap.txt');
});
