import { mutated } from '../fuzz/edits.js';
import { pick, rollsOf, type Roll } from '../fuzz/roll.js';
import { storyText } from '../fuzz/stories.js';
import type { Target } from '../fuzz/target.js';
import { checkFixes } from './fixing.js';
import { checkEndings, checkFrontMatter, checkLabels, checkPrefixes, checkTurning, checkWithin } from './forms.js';
import { Open } from './open.js';
import { checkUndo } from './undoing.js';

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

const SEASONING = ['😀', '👩‍👩‍👧', '漢字', 'é', 'e\u0301', '\u2028', 'İ', 'ﬀ'];

/** A text with characters in it that each way to count counts otherwise. */
function seasoned(roll: Roll, text: string): string {
  return text.replace(/(?<=\p{L}) (?=\p{L})/gu, (space) => (roll(40) === 0 ? `${space}${pick(roll, SEASONING)}${space}` : space));
}

/** What must hold for every text. */
export const TARGETS: Readonly<Record<string, Target>> = {
  prefixes: { what: 'ranges are exact behind emoji, ZWJ, CJK, combining marks, U+2028 and a byte order mark', times: 1200, make: (roll, own) => seasoned(roll, anyText(roll, own)), check: checkPrefixes },
  within: { what: 'ranges are exact behind comments between words, and behind any letters', times: 600, make: (roll, own) => seasoned(roll, ownText(roll, own)), check: checkWithin },
  'front-matter-before': { what: 'front matter before a story changes nothing but lines', times: 1000, make: anyText, check: checkFrontMatter },
  endings: { what: 'LF, CRLF and lone CR: the same review, the same fixes', times: 800, make: anyText, check: checkEndings },
  fixes: { what: 'a fix of a story removes its finding, adds no error, stays in its place', times: 1200, make: ownText, check: checkFixes },
  undo: { what: 'a fix, a refactoring: one edit of one file, whose reverse gives back every byte, with any line ending and a byte order mark', times: 150, make: (roll, own) => seasoned(roll, ownText(roll, own)), check: checkUndo },
  incremental: { what: 'read on from the version before, a text is what it is read anew', times: 400, make: anyText, check: (text) => new Open(rollsOf(text)(1e9)).writeOn(text, 6, true) },
  labels: { what: 'labels and headings give the same review', times: 800, make: ownText, check: checkLabels },
  turning: { what: 'labels of a whole story turn into headings, headings into labels, and nothing else changes', times: 200, make: (roll, own) => seasoned(roll, pick(roll, own)), check: checkTurning },
};
