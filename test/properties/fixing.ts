import { applied } from '../../server/src/refactor/apply.js';
import type { Finding, Fix, Review } from '../../server/src/review/index.js';
import { checkEdits } from '../fuzz/checkStory.js';
import { builtinRubric } from '../../server/src/rubric/builtin.js';
import { Rubric } from '../../server/src/rubric/index.js';
import { pick, rollsOf } from '../fuzz/roll.js';
import { fail } from '../fuzz/target.js';
import { heard } from './heard.js';
import { reviewOf } from './pieces.js';

/** One sentence rarely brings a part to its share: such a fix is the next step towards it. */
const STEPS = ['action-share-too-low', 'situation-share-too-high', 'action-too-few-steps', 'story-too-short'];
/** Said once of a section, of the first that there is in it. */
const FIRST = ['unfilled-placeholder'];

/** The built-in rubric without a limit to the findings of a section: where one goes, none that was held back takes its place. */
function unlimited(): Rubric {
  const builtin = builtinRubric();
  const { data } = builtin;
  return new Rubric({ ...data, profiles: data.profiles.map((profile) => ({ ...profile, limits: { ...profile.limits, findingsPerSection: Infinity } })) }, () => builtin.compiled);
}

const everything = unlimited();

const findingsOf = ({ tellings }: Review): Finding[] => tellings.flatMap(({ findings }) => findings);
const errorsIn = (review: Review): number => findingsOf(review).filter(({ severity }) => severity === 'error').length;

/** A few of the fixes of a story: each in its text, adds no error, and a safe one leaves every word as it was told. */
export function checkFixes(text: string): void {
  const roll = rollsOf(text);
  const review = reviewOf(text, everything);
  const offered = findingsOf(review).flatMap((finding) => finding.fixes.map((fix) => ({ finding, fix })));
  for (let tries = Math.min(3, offered.length); tries > 0; tries--) {
    const { finding, fix } = pick(roll, offered);
    checkEdits(fix.title, fix.edits, text);
    const after = applied(text, fix.edits);
    const read = reviewOf(after, everything);
    if (errorsIn(read) > errorsIn(review)) fail(`"${fix.title}" for ${finding.rule} adds an error: ${findingsOf(read).find(({ severity }) => severity === 'error')!.message}`);
    if (fix.safe && heard(after).join('\n') !== heard(text).join('\n')) fail(`"${fix.title}" is called safe and changes what is told`);
    checkGone(review, finding, fix, read, after);
  }
}

/** The finding is gone, and so the fix cannot be made twice. */
function checkGone(review: Review, { rule, range }: Finding, fix: Fix, read: Review, after: string): void {
  if (STEPS.includes(rule)) return;
  const at = (of: Review, { start, end }: Finding['range']): string => of.story.text.slice(start, end);
  const isSame = (of: Review, finding: Finding): boolean => finding.rule === rule && (!FIRST.includes(rule) || at(of, finding.range) === at(review, range));
  const count = (of: Review): number => findingsOf(of).filter((finding) => isSame(of, finding)).length;
  if (count(read) >= count(review)) fail(`"${fix.title}" leaves ${rule} where it was: ${JSON.stringify(after)}`);
}
