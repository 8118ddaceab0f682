import { pathToFileURL } from 'node:url';
import { join, sep } from 'node:path';
import { coverage, hiding, Matchmaker, type Hiding } from '../bank/index.js';
import { reason } from '../config/reason.js';
import { CLOCK } from '../lsp/clock.js';
import type { FileSource } from '../lsp/host.js';
import type { Broken } from '../review/index.js';
import { Settings } from '../review/settings.js';
import { asWritten, coverageAnswer, explainAnswer, matchAnswer, questionsAnswer, Refusal, reviewAnswer, storiesAnswer, type CoverageAnswer, type Explanation, type MatchAnswer, type QuestionFilter, type QuestionsAnswer, type ReviewAnswer, type StoriesAnswer } from '../service/answers/index.js';
import { saidOfBroken, type ReviewedStory } from '../service/index.js';
import { readBank, type BankRead } from './bank.js';
import { fileInside, type Folder } from './folders.js';
import { Judge } from './judge.js';

/** Where the answers come from. */
export interface Surroundings {
  /** The folders whose stories may be read now. */
  folders(): Promise<readonly Folder[]>;
  readonly files: FileSource;
  /** False hides the names that a redacted copy hides. */
  readonly withNames: boolean;
  tell(problem: string): void;
}

/** Answers what an agent may ask. Nothing is kept: each answer is of the files as they are then, and nothing is written. */
export class Answers {
  readonly #around: Surroundings;
  readonly #told = new Set<string>();

  constructor(around: Surroundings) {
    this.#around = around;
  }

  /** The review of a text, which whoever sent it knows: nothing in it is hidden. */
  async reviewText(text: string): Promise<ReviewAnswer> {
    const { judge, home } = await this.#judge();
    const { reviewed } = judge.review(home, text, await judge.rubricFor(home));
    return this.#answer(reviewed, null, asWritten(reviewed.review.story));
  }

  /** The review of a story in one of the folders. */
  async reviewFile(path: string): Promise<ReviewAnswer> {
    const { judge, folders } = await this.#judge();
    const file = await this.#find(path, folders, judge);
    const text = await this.#around.files.read(pathToFileURL(file).href);
    if (text === undefined) throw new Refusal('The file is gone.');
    const { reviewed } = judge.review(file, text, await judge.rubricFor(file));
    const { story, confidentialTerms } = reviewed.review;
    return this.#answer(reviewed, path, this.#around.withNames ? asWritten(story) : hiding(story, confidentialTerms));
  }

  async explain(id: string): Promise<Explanation> {
    const { judge, home } = await this.#judge();
    return explainAnswer(id, await judge.rubricFor(home));
  }

  async questions(filter: QuestionFilter): Promise<QuestionsAnswer> {
    const { judge, home } = await this.#judge();
    return questionsAnswer(filter, await judge.rubricFor(home));
  }

  async stories(): Promise<StoriesAnswer> {
    const { judge, folders } = await this.#judge();
    const { stories, unread, naming } = await this.#bank(folders, judge);
    return storiesAnswer(stories, unread, naming);
  }

  async match(question: string): Promise<MatchAnswer> {
    const { judge, folders, home } = await this.#judge();
    const { stories, unread, naming } = await this.#bank(folders, judge);
    return matchAnswer(new Matchmaker(stories, await judge.rubricFor(home)).match(question), unread, naming);
  }

  async coverage(): Promise<CoverageAnswer> {
    const { judge, folders, home } = await this.#judge();
    const { stories, unread, naming } = await this.#bank(folders, judge);
    const rubric = await judge.rubricFor(home);
    const options = judge.optionsFor(home, rubric);
    const { profile } = new Settings(rubric, undefined, options);
    const covered = coverage(stories, rubric, profile, CLOCK.today(), options);
    this.#broke(covered.broken);
    return coverageAnswer(covered, unread, naming);
  }

  /** Fixes are worked out for the answer, and may break off there. */
  #answer(reviewed: ReviewedStory, path: string | null, hidden: Hiding): ReviewAnswer {
    const answer = reviewAnswer(reviewed, path, hidden);
    this.#broke(reviewed.review.broken);
    return answer;
  }

  /** What is beside the stories may have changed since the last answer, so each has a judge of its own. */
  async #judge(): Promise<{ readonly judge: Judge; readonly folders: readonly Folder[]; readonly home: string }> {
    const folders = await this.#around.folders();
    return { judge: new Judge((problem) => this.#around.tell(problem), (broken) => this.#broke(broken)), folders, home: join(folders[0]?.path ?? sep, 'text.star.md') };
  }

  /** What breaks off in one answer breaks off in the next: it is told once. */
  #broke(broken: readonly Broken[]): void {
    for (const one of broken) {
      const said = saidOfBroken(one);
      if (this.#told.has(said)) continue;
      this.#told.add(said);
      this.#around.tell(`${said} ${reason(one.error)}`);
    }
  }

  async #bank(folders: readonly Folder[], judge: Judge): Promise<BankRead> {
    requireFolders(folders);
    return readBank(folders, this.#around.files, judge, this.#around.withNames);
  }

  /** The file that a path means: as it is called on the disk, or as it was called in an answer. */
  async #find(path: string, folders: readonly Folder[], judge: Judge): Promise<string> {
    requireFolders(folders);
    try {
      return fileInside(folders, path);
    } catch (error) {
      if (this.#around.withNames || !(error instanceof Refusal)) throw error;
      const { stories, naming } = await this.#bank(folders, judge);
      const meant = stories.find(({ id }) => naming.path(id) === path);
      if (!meant) throw error;
      return fileInside(folders, meant.id);
    }
  }
}

function requireFolders(folders: readonly Folder[]): void {
  if (folders.length === 0) throw new Refusal('No folder of stories is named. Start the server as "starwright mcp FOLDER".');
}
