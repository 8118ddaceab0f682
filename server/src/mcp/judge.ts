import { FolderConfigs } from '../config/nearestFolderFile.js';
import { problemLine, type FileProblem } from '../config/problems.js';
import { Rubrics } from '../config/rubrics.js';
import type { Broken, ReviewOptions } from '../review/index.js';
import type { Rubric } from '../rubric/index.js';
import { reviewedStory, type ReviewedStory } from '../service/index.js';
import { parseStory } from '../story/index.js';

/** A review and what it was made with. */
export interface Judged {
  readonly reviewed: ReviewedStory;
  readonly options: ReviewOptions;
}

/** Reviews texts as `starwright check` would where they lie: by the rubric and the folder file there, as they are when it is made. */
export class Judge {
  readonly #rubrics = new Rubrics();
  readonly #configs = new Map<Rubric, FolderConfigs>();
  readonly #told = new Set<string>();

  /**
   * @param tell is told each problem of a rubric or a folder file once
   * @param broke takes what broke off in each review
   */
  constructor(
    readonly tell: (problem: string) => void,
    readonly broke: (broken: readonly Broken[]) => void,
  ) {}

  /** The rubric that holds for a file, or one that could lie there. */
  async rubricFor(path: string): Promise<Rubric> {
    const { rubric, problems } = await this.#rubrics.for(path);
    this.#say(problems);
    return rubric;
  }

  /** What holds where a file lies. */
  optionsFor(path: string, rubric: Rubric): ReviewOptions {
    const configs = this.#configs.get(rubric) ?? new FolderConfigs(rubric);
    this.#configs.set(rubric, configs);
    const config = configs.nearest(path);
    this.#say(config?.problems ?? []);
    return { defaults: config?.preferences ?? {} };
  }

  review(path: string, text: string, rubric: Rubric): Judged {
    const options = this.optionsFor(path, rubric);
    const reviewed = reviewedStory({ uri: path, version: null }, parseStory(text), rubric, options);
    this.broke(reviewed.review.broken);
    return { reviewed, options };
  }

  #say(problems: readonly FileProblem[]): void {
    for (const line of problems.map(problemLine)) {
      if (!this.#told.has(line)) this.tell(line);
      this.#told.add(line);
    }
  }
}
