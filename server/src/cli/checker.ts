import { FolderConfigs } from '../config/nearestFolderFile.js';
import { problemLine } from '../config/problems.js';
import type { FoundRubric, Rubrics } from '../config/rubrics.js';
import { type Preferences, type Review, type ReviewOptions, review } from '../review/index.js';
import type { Rubric } from '../rubric/index.js';
import { parseStory } from '../story/index.js';
import { complain } from './errors.js';
import { findStories, type Found, readStandardInput, readStory, STANDARD_INPUT, type Text } from './files.js';
import { reportFile } from './report/json.js';
import type { Reported } from './report/pretty.js';

const NOTHING_HERE = 'there are no *.star.md files in this folder. "starwright new --shape ID" writes one.';

/** What holds where a story lies: the rubric, and the folder files read with it. */
export interface Place extends FoundRubric {
  readonly configs: FolderConfigs;
}

/** Keeps what it needs of one review. */
export type Take<Kept> = (path: string, review: Review, rubric: Rubric, options: ReviewOptions) => Kept;

/** Reviews file after file; what cannot be read is said and does not stop the rest. */
export class Checker {
  failed = false;
  readonly #complained = new Set<string>();
  readonly #configs = new Map<Rubric, FolderConfigs>();

  constructor(
    readonly rubrics: Rubrics,
    readonly override: Preferences,
  ) {}

  /** What holds for a file; what is wrong in its rubric is said once. */
  async placeOf(path: string): Promise<Place> {
    const found = await this.rubrics.for(path);
    for (const problem of found.problems) this.#complainOnce(problemLine(problem));
    const configs = this.#configs.get(found.rubric) ?? new FolderConfigs(found.rubric);
    this.#configs.set(found.rubric, configs);
    return { ...found, configs };
  }

  checkAll(paths: readonly string[], stdinName: string | undefined): Promise<Reported[]> {
    return this.reviewAll(paths, stdinName, (path, reviewed, rubric) => ({ file: reportFile(path, reviewed), review: reviewed, rubric }));
  }

  /** What `take` keeps of the review of each story; the rest of it is let go before the next one is read. */
  async reviewAll<Kept>(paths: readonly string[], stdinName: string | undefined, take: Take<Kept>): Promise<Kept[]> {
    const kept: Kept[] = [];
    for (const found of findStories(paths.length > 0 ? paths : ['.'])) {
      if (paths.length === 0 && 'problem' in found && found.nothing) complain(NOTHING_HERE);
      else kept.push(...(await this.#reviewFound(found, stdinName, take)));
    }
    return kept;
  }

  async #reviewFound<Kept>(found: Found, stdinName: string | undefined, take: Take<Kept>): Promise<Kept[]> {
    if ('problem' in found) return this.#fail(found.path, found.problem);
    if (found.path === STANDARD_INPUT) return this.#review(stdinName ?? '<stdin>', await readStandardInput(), take);
    return this.#review(found.path, readStory(found.path), take);
  }

  async #review<Kept>(path: string, read: Text, take: Take<Kept>): Promise<Kept[]> {
    if ('problem' in read) return this.#fail(path, read.problem);
    const { rubric, configs } = await this.placeOf(path);
    const config = configs.nearest(path);
    for (const problem of config?.problems ?? []) this.#complainOnce(problemLine(problem));
    try {
      const options = { override: this.override, defaults: config?.preferences ?? {} };
      return [take(path, review(parseStory(read.text), rubric, options), rubric, options)];
    } catch (error) {
      const trace = error instanceof Error ? error.stack : String(error);
      return this.#fail(path, `the review broke off; this is a fault in Starwright. ${trace}`);
    }
  }

  #fail(path: string, problem: string): [] {
    this.#complainOnce(`${path}: ${problem}`);
    return [];
  }

  #complainOnce(message: string): void {
    this.failed = true;
    if (this.#complained.has(message)) return;
    this.#complained.add(message);
    complain(message);
  }
}
