import { Matchmaker, bankStory, kindsAskedFor } from '../../../server/src/bank/index.js';
import { hold } from '../../../server/src/rehearse/index.js';
import { review } from '../../../server/src/review/index.js';
import { builtinRubric } from '../../../server/src/rubric/builtin.js';
import { catalog, draft, reviewedStory, transcriptSheet } from '../../../server/src/service/index.js';
import { parseStory } from '../../../server/src/story/index.js';
import { edited, mutated } from '../edits.js';
import { offsetsOutside } from '../places.js';
import { many, pick, rollsOf, type Roll } from '../roll.js';
import { storyText } from '../stories.js';
import { fail, type Target } from '../target.js';

const rubric = builtinRubric();

const STORY = `## Situation
A nightly import of 40,000 orders stopped at two in the morning, and the shop opened at six.

## Task
I was on call and owned the import.

## Action
I read the log and found a lock that nobody released. The root cause was a worker that died while it held it. I chose a time limit over a restart, at the cost of one late batch. I wrote a test that holds the lock, and an alert that calls before the shop opens.

## Result
Imports that stopped fell from three a month to none in half a year.

## Framing: for a bank

### Action
I led it, and asked two teams to agree on one order.
`;
const FILLERS = ['um ', 'uh, ', 'you know, ', 'like ', 'so ', 'Okay so ', 'i mean ', '[laughs] ', '(pause) ', '00:12 ', 'Speaker 1: ', 'Anyway, ', '... ', '\n\n', '40 % ', 'forty ', '1.2.3 '];
const SENTENCES = STORY.split(/(?<=\.)\s+/);

/** The story as somebody may have told it. */
function telling(roll: Roll): string {
  return many(roll, 0, 14, () => (roll(3) === 0 ? pick(roll, FILLERS) : `${roll(3) === 0 ? edited(pick(roll, SENTENCES), roll) : pick(roll, SENTENCES)} `));
}

const reviewed = reviewedStory({ uri: 'file:///a.star.md', version: 1 }, parseStory(STORY), rubric, {});

function checkTranscript(text: string): void {
  const roll = rollsOf(text);
  const seconds = pick(roll, [undefined, 0, 1, 90, 1e6, -1]);
  const nth = roll(3);
  transcriptSheet(reviewed, nth, text, seconds);
  const report = hold(reviewed.review, reviewed.review.tellings[nth % 2]!, rubric, text, seconds === undefined ? {} : { seconds });
  if (typeof report === 'string') return;
  const { missed, unsure, ...said } = report;
  const outside = [...offsetsOutside(said, text), ...offsetsOutside([missed, unsure], STORY)];
  if (outside.length > 0) fail(`ranges outside the transcript: ${outside.join(', ')}`);
  if (!Number.isFinite(report.wordsPerMinute) || report.wordsPerMinute < 0) fail(`${report.wordsPerMinute} words a minute`);
}

export const transcripts: Target = {
  what: 'transcripts',
  times: 3_000,
  make: (roll, saved) => (saved.length > 0 && roll(2) === 0 ? mutated(pick(roll, saved), saved, roll) : roll(3) === 0 ? storyText(roll) : telling(roll)),
  check: checkTranscript,
};

const QUESTIONS = rubric.data.questions.map(({ text }) => text);
const bank = [STORY, STORY.replace('import', 'export').replace('two in the morning', 'noon')].map((text, index) => bankStory(`${index}.star.md`, review(parseStory(text), rubric), rubric));
let matchmaker: Matchmaker | undefined;

function checkQuestion(text: string): void {
  matchmaker ??= new Matchmaker(bank, rubric);
  const { ranked } = matchmaker.match(text);
  if (ranked.length > bank.length) fail(`${ranked.length} stories of ${bank.length}`);
  kindsAskedFor(text, rubric);
  catalog(rubric, text);
  const kinds = [{ from: 'template', shape: text.slice(0, 20), title: text }, { from: 'template', shape: 'mistake', title: text, question: text }, { from: 'question', question: text }, { from: 'lines', happened: text, did: '', came: text, date: '2026-11-20' }, { from: 'text', text }, { from: text }];
  draft(rubric, pick(rollsOf(text), kinds) as never);
}

export const questions: Target = {
  what: 'questions, new stories, imports',
  times: 4_000,
  make: (roll, saved) => {
    const known = saved.length > 0 && roll(3) === 0 ? pick(roll, saved) : pick(roll, QUESTIONS);
    return roll(4) === 0 ? storyText(roll) : roll(3) === 0 ? many(roll, 1, 4, () => edited(pick(roll, QUESTIONS), roll)) : mutated(known, QUESTIONS, roll);
  },
  check: checkQuestion,
};
