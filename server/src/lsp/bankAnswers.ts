import { answered, coverageBody, coverageInSteps, coverageMarkdown, Matchmaker, planLoop, type AnsweredQuestion, type Coverage, type LoopPlan, type MatchResult } from '../bank/index.js';
import type { ReviewOptions } from '../review/index.js';
import { Settings } from '../review/settings.js';
import type { Rubric } from '../rubric/index.js';
import type { Profile } from '../rubric/types.js';
import type { Steps } from '../story/index.js';
import { bankOverview, type BankContents, type BankOverview } from '../service/index.js';
import type { Bank } from './bank.js';
import type { Clock } from './clock.js';
import type { Configuration } from './configuration.js';
import type { Log } from './host.js';
import type { CoverageReportParams } from './protocol.js';
import type { StoryFiles } from './storyFiles.js';
import { sayBroken } from './sayOnce.js';
import { Turns, type Courtesy } from './turns.js';

/** Milliseconds within which a small bank is read, and after which a person would rather see a part of a large one. */
const PATIENCE = 300;

/** What holds for the bank as a whole, and what was made of one reading of it. */
interface Answers {
  readonly rubric: Rubric;
  readonly profile: Profile;
  readonly today: string;
  readonly options: ReviewOptions;
  overview?: Promise<BankOverview>;
}

/** Answers questions about the bank; the same question about the same stories is worked out once. */
export class BankAnswers {
  readonly #bank: Bank;
  readonly #files: StoryFiles;
  readonly #configuration: Configuration;
  readonly #turns: Turns;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #known = new WeakMap<BankContents, Answers>();
  /** One for all readings of the bank, because most of their stories are the same. */
  #matchmaker: Matchmaker | undefined;

  constructor(bank: Bank, files: StoryFiles, configuration: Configuration, courtesy: Courtesy, clock: Clock, log: Log) {
    this.#bank = bank;
    this.#files = files;
    this.#configuration = configuration;
    this.#turns = new Turns(courtesy);
    this.#clock = clock;
    this.#log = log;
  }

  /** Everything the views show, of what is read by now. */
  async overview(): Promise<BankOverview> {
    const contents = await this.#bank.soon(PATIENCE);
    const answers = await this.#answers(contents);
    answers.overview ??= this.#overview(contents, answers);
    return answers.overview;
  }

  /** The stories that answer a question. */
  async match(question: string): Promise<MatchResult> {
    const contents = await this.#bank.all();
    const { rubric } = await this.#answers(contents);
    const { result } = await this.#turns.done(this.#matchmakerFor(contents, rubric));
    return result.match(question);
  }

  /** What the stories cover. */
  async coverage(): Promise<Coverage> {
    const contents = await this.#bank.all();
    const { result } = await this.#turns.done(this.#covered(contents, await this.#answers(contents)));
    return result;
  }

  /** What could not be read. */
  async unread(): Promise<BankContents['unread']> {
    return (await this.#bank.all()).unread;
  }

  /** The rubric that holds for the bank. */
  async rubric(): Promise<Rubric> {
    const [folder = 'untitled:'] = this.#files.folders;
    return (await this.#configuration.current(`${folder}/bank`, folder)).rubric;
  }

  /** A plan for each interview day that the rubric knows. */
  async loops(): Promise<LoopPlan[]> {
    const contents = await this.#bank.all();
    return plans(contents, (await this.#answers(contents)).rubric);
  }

  /** The coverage and the plans as a page. */
  async report({ format }: CoverageReportParams): Promise<string> {
    const contents = await this.#bank.all();
    const answers = await this.#answers(contents);
    const write = format === 'md' ? coverageMarkdown : coverageBody;
    const { result } = await this.#turns.done(this.#covered(contents, answers));
    return write(result, plans(contents, answers.rubric));
  }

  async #overview(contents: BankContents, answers: Answers): Promise<BankOverview> {
    const { result, took } = await this.#turns.done(this.#overviewInSteps(contents, answers));
    this.#bank.took(took);
    return result;
  }

  *#overviewInSteps(contents: BankContents, answers: Answers): Steps<BankOverview> {
    const { rubric } = answers;
    const questions: AnsweredQuestion[] = [];
    for (const question of rubric.data.questions) {
      // Another reading may have been asked for meanwhile.
      questions.push(answered(yield* this.#matchmakerFor(contents, rubric), question));
      yield;
    }
    const covered = yield* this.#covered(contents, answers);
    yield;
    return bankOverview(contents, covered, questions, rubric);
  }

  *#covered({ stories }: BankContents, { rubric, profile, today, options }: Answers): Steps<Coverage> {
    const covered = yield* coverageInSteps(stories, rubric, profile, today, options);
    sayBroken(this.#log, covered.broken);
    return covered;
  }

  *#matchmakerFor({ stories }: BankContents, rubric: Rubric): Steps<Matchmaker> {
    if (this.#matchmaker?.rubric !== rubric) this.#matchmaker = new Matchmaker([], rubric);
    const matchmaker = this.#matchmaker;
    yield* matchmaker.follow(stories);
    return matchmaker;
  }

  /** What holds is what the first open folder asks for. */
  async #answers(contents: BankContents): Promise<Answers> {
    const [folder = 'untitled:'] = this.#files.folders;
    const { rubric, preferences } = await this.#configuration.current(`${folder}/bank`, folder);
    const options = { defaults: preferences };
    const { profile } = new Settings(rubric, undefined, options);
    const today = this.#clock.today();
    const known = this.#known.get(contents);
    if (known?.rubric === rubric && known.profile === profile && known.today === today) return known;
    const answers = { rubric, profile, today, options };
    this.#known.set(contents, answers);
    return answers;
  }
}

function plans({ stories }: BankContents, rubric: Rubric): LoopPlan[] {
  return rubric.data.loops.map((loop) => planLoop(loop, stories, rubric));
}
