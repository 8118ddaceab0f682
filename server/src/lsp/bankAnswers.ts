import { answered, coverage, coverageBody, coverageMarkdown, Matchmaker, planLoop, type AnsweredQuestion, type Coverage, type LoopPlan, type MatchResult } from '../bank/index.js';
import type { ReviewOptions } from '../review/index.js';
import { Settings } from '../review/settings.js';
import type { Rubric } from '../rubric/index.js';
import type { Profile } from '../rubric/types.js';
import { bankOverview, type BankContents, type BankOverview } from '../service/index.js';
import type { Bank } from './bank.js';
import type { Clock } from './clock.js';
import type { Configuration } from './configuration.js';
import type { CoverageReportParams } from './protocol.js';
import type { StoryFiles } from './storyFiles.js';
import { Turns, type Courtesy } from './turns.js';

/** Milliseconds within which a small bank is read, and after which a person would rather see a part of a large one. */
const PATIENCE = 300;
/** Milliseconds of work that nobody notices. */
const SLICE = 8;

/** What holds for the bank as a whole, and what was made of one reading of it. */
interface Answers {
  readonly rubric: Rubric;
  readonly profile: Profile;
  readonly today: string;
  readonly options: ReviewOptions;
  readonly matchmaker: Matchmaker;
  overview?: Promise<BankOverview>;
}

/** Answers questions about the bank; the same question about the same stories is worked out once. */
export class BankAnswers {
  readonly #bank: Bank;
  readonly #files: StoryFiles;
  readonly #configuration: Configuration;
  readonly #turns: Turns;
  readonly #clock: Clock;
  readonly #known = new WeakMap<BankContents, Answers>();

  constructor(bank: Bank, files: StoryFiles, configuration: Configuration, courtesy: Courtesy, clock: Clock) {
    this.#bank = bank;
    this.#files = files;
    this.#configuration = configuration;
    this.#turns = new Turns(courtesy);
    this.#clock = clock;
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
    const { matchmaker } = await this.#answers(await this.#bank.all());
    return matchmaker.match(question);
  }

  /** What the stories cover. */
  async coverage(): Promise<Coverage> {
    const contents = await this.#bank.all();
    return covered(contents, await this.#answers(contents));
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
    return write(covered(contents, answers), plans(contents, answers.rubric));
  }

  /** Made a few milliseconds at a time, so that a key that is pressed meanwhile is answered. */
  async #overview(contents: BankContents, answers: Answers): Promise<BankOverview> {
    const { rubric, matchmaker } = answers;
    const questions: AnsweredQuestion[] = [];
    let [spent, since] = [0, performance.now()];
    for (const question of rubric.data.questions) {
      questions.push(answered(matchmaker, question));
      const took = performance.now() - since;
      if (took < SLICE) continue;
      spent += took;
      await this.#turns.next();
      since = performance.now();
    }
    const coverage = covered(contents, answers);
    spent += performance.now() - since;
    await this.#turns.next();
    since = performance.now();
    const overview = bankOverview(contents, coverage, questions, rubric);
    this.#bank.took(spent + performance.now() - since);
    return overview;
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
    const answers = { rubric, profile, today, options, matchmaker: new Matchmaker(contents.stories, rubric) };
    this.#known.set(contents, answers);
    return answers;
  }
}

function covered({ stories }: BankContents, { rubric, profile, today, options }: Answers): Coverage {
  return coverage(stories, rubric, profile, today, options);
}

function plans({ stories }: BankContents, rubric: Rubric): LoopPlan[] {
  return rubric.data.loops.map((loop) => planLoop(loop, stories, rubric));
}
