import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { bankStory, Matchmaker, type BankStory } from '../bank/index.js';
import { problemLine } from '../config/problems.js';
import { readRubric, Rubrics } from '../config/rubrics.js';
import { checkProfile } from '../config/values.js';
import { readArguments, readFormat, type Options } from './args.js';
import { Checker } from './checker.js';
import { complain, Exit, type ExitCode, UsageError } from './errors.js';
import { STORY_EXTENSION } from './files.js';
import { firstPlace, orUsageError, wantsColour } from './judging.js';
import { matchJson, matchPretty } from './report/match.js';

const HELP = `Usage: starwright match "QUESTION" [PATH…]

Says which of your stories answer an interview question, best first, and why; or that
the question wants no story. Without a PATH, the stories of the current folder.

  --format pretty|json     how to write the answer (pretty)
  --profile ID             review the stories against this profile
  --rubric FOLDER          lay a rubric of your own over the built-in one; may be repeated

Exit code: 0 answered, 2 something could not be read or understood.
`;

const OPTIONS: Options = {
  format: { type: 'string' },
  profile: { type: 'string' },
  rubric: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
};

/** `starwright match`: ranks stories for a question on standard output. */
export async function runMatch(words: readonly string[]): Promise<ExitCode> {
  const args = readArguments('match', words, OPTIONS);
  if (args.has('help')) {
    process.stdout.write(HELP);
    return Exit.ok;
  }
  const [question, ...paths] = args.paths;
  const asked = readQuestionWord(question, paths);
  const format = readFormat(args.text('format') ?? 'pretty', ['pretty', 'json']);
  const named = args.all('rubric');
  const { problems } = await readRubric(named.map((folder) => resolve(folder)));
  if (problems.length > 0) {
    problems.forEach((problem) => complain(problemLine(problem)));
    return Exit.failure;
  }
  const rubrics = new Rubrics(named);
  const { rubric } = await rubrics.for(firstPlace(args, paths));
  const profile = args.text('profile');
  const checker = new Checker(rubrics, profile === undefined ? {} : { profile: orUsageError(checkProfile(profile, rubric)) });
  const stories = await readBank(checker, paths);
  const result = new Matchmaker(stories, rubric).match(asked);
  if (format === 'json') process.stdout.write(matchJson(result));
  else if (stories.length > 0 || !result.wantsStory) process.stdout.write(matchPretty(result, wantsColour()));
  return checker.failed ? Exit.failure : Exit.ok;
}

function readQuestionWord(question: string | undefined, paths: readonly string[]): string {
  if (question === undefined) throw new UsageError('match needs a question: starwright match "QUESTION" [PATH…]');
  if (!/[\p{L}\p{N}]/u.test(question)) throw new UsageError('the question is empty: starwright match "QUESTION" [PATH…]');
  const isPath = question.endsWith(STORY_EXTENSION) || (/[/\\.]/.test(question) && !/\s/.test(question) && existsSync(question));
  if (isPath && paths.length === 0) throw new UsageError(`"${question}" is a path; the question comes first: starwright match "QUESTION" ${question}`);
  return question;
}

/** The stories under some paths; a file that is no story is left out. */
async function readBank(checker: Checker, paths: readonly string[]): Promise<BankStory[]> {
  const read = await checker.reviewAll(paths, undefined, (path, review, rubric) => (review.story.notAStory === undefined ? bankStory(path, review, rubric) : undefined));
  return read.filter((story) => story !== undefined);
}
