import { mutated } from '../fuzz/edits.js';
import { pick, rollsOf, type Roll } from '../fuzz/roll.js';
import { storyText } from '../fuzz/stories.js';
import type { Target } from '../fuzz/target.js';
import { checkFixes } from './fixing.js';
import { checkEndings, checkFrontMatter, checkLabels, checkPrefixes } from './forms.js';
import { Open } from './open.js';

export { rolls } from '../fuzz/roll.js';

/** One of the project's own stories, as it is or after some edits, or one by the grammar. */
function anyText(roll: Roll, own: readonly string[]): string {
  const kind = roll(3);
  return kind === 0 ? storyText(roll) : kind === 1 ? mutated(pick(roll, own), own, roll) : pick(roll, own);
}

/** One of the project's own stories, whole or without some of its lines. */
function ownText(roll: Roll, own: readonly string[]): string {
  const lines = pick(roll, own).split('\n');
  if (roll(2) === 0) lines.splice(roll(lines.length), 1 + roll(6));
  return lines.join('\n');
}

/** What must hold for every text. */
export const TARGETS: Readonly<Record<string, Target>> = {
  prefixes: { what: 'ranges are exact behind emoji, ZWJ, CJK, combining marks, U+2028 and a byte order mark', times: 1200, make: anyText, check: checkPrefixes },
  'front-matter-before': { what: 'front matter before a story changes nothing but lines', times: 1000, make: anyText, check: checkFrontMatter },
  endings: { what: 'LF, CRLF and lone CR: the same review, the same fixes', times: 800, make: anyText, check: checkEndings },
  fixes: { what: 'a fix of a story removes its finding, adds no error, stays in its place', times: 1200, make: ownText, check: checkFixes },
  incremental: { what: 'read on from the version before, a text is what it is read anew', times: 400, make: anyText, check: (text) => new Open(rollsOf(text)(1e9)).writeOn(text, 6, true) },
  labels: { what: 'labels and headings give the same review', times: 800, make: ownText, check: checkLabels },
};
