import { applied } from '../../server/src/refactor/apply.js';
import { refactorings } from '../../server/src/refactor/index.js';
import type { Finding, Review } from '../../server/src/review/index.js';
import { builtinRubric } from '../../server/src/rubric/builtin.js';
import { LineIndex } from '../../server/src/story/index.js';
import { labelsIn } from '../../server/src/story/told.js';
import { TokenClass } from '../../server/src/story/types.js';
import { rollsOf, pick, type Roll } from '../fuzz/roll.js';
import { fail } from '../fuzz/target.js';
import { checkExact } from './exact.js';
import { heard } from './heard.js';
import { expectSame, pieces, reviewOf } from './pieces.js';

const LETTERS = ['😀', '👩‍👩‍👧', '漢字', 'e\u0301\u0323', '\u2028', '\u202e', 'İ', '\u200d', 'ﬀ', '\ud83d'];
const BYTE_ORDER_MARK = '\ufeff';

/** What stands before a story in a comment, or is a byte order mark, moves it and changes nothing. */
export function checkPrefixes(text: string): void {
  const roll = rollsOf(text);
  const review = reviewOf(text);
  checkExact(text, review);
  const { eol } = review.story;
  const wanted = pieces(text, review);
  const comment = `<!-- ${pick(roll, LETTERS)}${pick(roll, LETTERS)} -->${eol}${eol}`;
  if (!text.startsWith(BYTE_ORDER_MARK)) expectSame(pieces(BYTE_ORDER_MARK + text), wanted, 'with a byte order mark');
  if (!/^\ufeff?---/.test(text) && review.story.notAStory === undefined) expectSame(pieces(comment + text.replace(/^\ufeff/, '')), wanted, `behind ${JSON.stringify(comment)}`);
}

/** Comments between the words of a story move what follows and change nothing. */
export function checkWithin(text: string): void {
  const review = reviewOf(text);
  const longer = withComments(text, review, rollsOf(text));
  const read = reviewOf(longer);
  checkExact(longer, read);
  expectSame(withoutComments(longer, read), withoutComments(text, review), `with comments between words: ${JSON.stringify(longer)}`);
}

/** A text with a comment between some of the words of its sentences. */
function withComments(text: string, { tellings }: Review, roll: Roll): string {
  const tokens = tellings.flatMap(({ telling }) => telling.sections.flatMap(({ sentences }) => sentences.flatMap((sentence) => sentence.tokens.slice(0, -1).filter(({ classes }) => (classes & TokenClass.code) === 0))));
  const gaps = [...new Set(tokens.map(({ end }) => end))].filter((end) => /^\p{L} \p{L}$/u.test(text.slice(end - 1, end + 2)));
  const places = Array.from({ length: Math.min(4, gaps.length) }, () => pick(roll, gaps)).sort((a, b) => b - a);
  return places.reduce((written, at) => `${written.slice(0, at)} <!-- ${pick(roll, LETTERS)} -->${written.slice(at)}`, text);
}

/** Without messages, which quote only the beginning of what is long. */
function withoutComments(text: string, review: Review): string[] {
  return pieces(text, review).map((piece) => piece.replace(/ ?<!--[^]*?-->/g, '').replace(/^((?:error|warning|information|hint) \S+) [^]*/, '$1'));
}

/** Front matter that says nothing moves every finding by its lines. */
export function checkFrontMatter(text: string): void {
  const review = reviewOf(text);
  if (review.story.frontMatter !== undefined || review.story.notAStory !== undefined || /^\ufeff?---/.test(text)) return;
  const { eol } = review.story;
  // A lone CR before its LF would be one line ending with it.
  if (eol === '\r' && /^\ufeff?\n/.test(text)) return;
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
  // Of YAML that cannot be read, its library says something else for CRLF.
  if (review.story.frontMatter?.problems.some(({ code }) => code === 'invalid-front-matter')) return;
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

/** Labels that become headings, and headings that become labels, leave what is told and its review as it is. */
export function checkLabels(text: string): void {
  const review = reviewOf(text);
  const { end } = review.story.tellings[0].range;
  const places = [0, ...review.story.tellings[0].sections.map(({ start }) => start), end];
  for (const at of new Set(places)) turned(text, review, at);
}

/** A whole story whose labels are all of one form is offered the other, and the way from there changes nothing either. */
export function checkTurning(text: string): void {
  const review = reviewOf(text);
  const styles = new Set(labelsIn(review.story.tellings[0]).map(({ label }) => label.style === 'heading'));
  const after = turned(text, review, 0);
  if (styles.size === 1 && after.length === 0) fail('its labels cannot be turned');
  for (const other of after) turned(other, reviewOf(other), 0);
}

/** The texts after each of these refactorings at a place. */
function turned(text: string, review: Review, at: number): string[] {
  const offered = refactorings({ review, rubric: builtinRubric(), range: { start: at, end: at } }).filter(({ title }) => /^Turn .*(?:headings|labels)/.test(title));
  return offered.map(({ title, edits }) => {
    const after = applied(text, edits);
    expectSame(heard(after), heard(text), title);
    expectSame(judged(reviewOf(after)), judged(review), title);
    return after;
  });
}

function judged({ tellings }: ReturnType<typeof reviewOf>): string[] {
  return tellings.flatMap(({ findings, beats, timing }) => [...findings.map(({ rule, severity }) => `${severity} ${rule}`).sort(), ...beats.map(({ id, present, missing }) => `${id} ${present} ${missing}`), ...timing.sections.map(({ role, words, seconds }) => `${role} ${words} ${seconds}`)]);
}
