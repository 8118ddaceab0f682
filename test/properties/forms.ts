import { applied } from '../../server/src/refactor/apply.js';
import { refactorings } from '../../server/src/refactor/index.js';
import type { Finding } from '../../server/src/review/index.js';
import { builtinRubric } from '../../server/src/rubric/builtin.js';
import { LineIndex } from '../../server/src/story/index.js';
import { rollsOf, pick } from '../fuzz/roll.js';
import { fail } from '../fuzz/target.js';
import { expectSame, pieces, reviewOf } from './pieces.js';

const LETTERS = ['😀', '👩‍👩‍👧', '漢字', 'e\u0301\u0323', '\u2028', '\u202e', 'İ', '\u200d', 'ﬀ', '\ud83d'];
const BYTE_ORDER_MARK = '\ufeff';

/** What stands before a story in a comment, or is a byte order mark, moves it and changes nothing. */
export function checkPrefixes(text: string): void {
  const roll = rollsOf(text);
  const review = reviewOf(text);
  const { eol } = review.story;
  const wanted = pieces(text, review);
  const comment = `<!-- ${pick(roll, LETTERS)}${pick(roll, LETTERS)} -->${eol}${eol}`;
  if (!text.startsWith(BYTE_ORDER_MARK)) expectSame(pieces(BYTE_ORDER_MARK + text), wanted, 'with a byte order mark');
  if (!/^\ufeff?---/.test(text) && review.story.notAStory === undefined) expectSame(pieces(comment + text.replace(/^\ufeff/, '')), wanted, `behind ${JSON.stringify(comment)}`);
}

/** Front matter that says nothing moves every finding by its lines. */
export function checkFrontMatter(text: string): void {
  const review = reviewOf(text);
  if (review.story.frontMatter !== undefined || review.story.notAStory !== undefined || /^\ufeff?---/.test(text)) return;
  const { eol } = review.story;
  const longer = `---${eol}star: 1${eol}---${eol}${text.replace(/^\ufeff/, '')}`;
  const after = reviewOf(longer);
  expectSame(pieces(longer, after), pieces(text, review), 'behind front matter');
  const [before, behind] = [new LineIndex(text.replace(/^\ufeff/, '')), new LineIndex(longer)];
  const shift = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
  const lines = review.tellings.flatMap(({ findings }) => pointing(findings).map(({ rule, range }) => `${rule} ${place(before, range.start - shift, 3)}`));
  expectSame(after.tellings.flatMap(({ findings }) => pointing(findings).map(({ rule, range }) => `${rule} ${place(behind, range.start, 0)}`)), lines, 'lines behind front matter');
}

/** Without a word to point at, a finding stands at the beginning of the file. */
function pointing(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ range }) => range.end > range.start);
}

function place(lines: LineIndex, offset: number, by: number): string {
  const { line, character } = lines.positionAt(Math.max(0, offset));
  return `${line + by}:${character}`;
}

/** A story is the same, and its fixes do the same, whatever ends its lines. */
export function checkEndings(written: string): void {
  const text = written.replace(/\r\n|\r/g, '\n');
  // A text of one line says nothing of how lines end.
  if (!text.includes('\n')) return;
  const review = reviewOf(text);
  const fixesOf = (of: typeof review) => of.tellings.flatMap(({ findings }) => findings.flatMap(({ fixes }) => fixes));
  for (const eol of ['\r\n', '\r']) {
    const other = text.replaceAll('\n', eol);
    const read = reviewOf(other);
    expectSame(pieces(other, read), pieces(text, review), `with ${JSON.stringify(eol)}`);
    const [fixes, same] = [fixesOf(review), fixesOf(read)];
    expectSame(same.map(({ title }) => title), fixes.map(({ title }) => title), `fixes with ${JSON.stringify(eol)}`);
    same.forEach(({ title, edits }, index) => {
      const [one, two] = [applied(other, edits), applied(text, fixes[index]!.edits)];
      if (one.replaceAll(eol, '\n') !== two) fail(`"${title}" does something else with ${JSON.stringify(eol)}: ${JSON.stringify(one)}`);
      if (eol === '\r\n' ? /(?<!\r)\n/.test(one) : one.includes('\n')) fail(`"${title}" writes other line endings into ${JSON.stringify(eol)}`);
    });
  }
}

/** Labels that become headings, and headings that become labels, leave the review as it is. */
export function checkLabels(text: string): void {
  const rubric = builtinRubric();
  const review = reviewOf(text);
  const { end } = review.story.tellings[0].range;
  const places = [0, ...review.story.tellings[0].sections.map(({ start }) => start), end];
  for (const at of new Set(places)) {
    for (const { title, edits } of refactorings({ review, rubric, range: { start: at, end: at } })) {
      if (!/^Turn .*(?:headings|labels)/.test(title)) continue;
      const after = reviewOf(applied(text, edits));
      expectSame(judged(after), judged(review), title);
    }
  }
}

function judged({ tellings }: ReturnType<typeof reviewOf>): string[] {
  return tellings.flatMap(({ findings, beats, timing }) => [...findings.map(({ rule, severity }) => `${severity} ${rule}`).sort(), ...beats.map(({ id, present, missing }) => `${id} ${present} ${missing}`), ...timing.sections.map(({ role, words, seconds }) => `${role} ${words} ${seconds}`)]);
}
