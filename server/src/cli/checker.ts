import { IgnoreFiles } from '../config/ignored.js';
import { FolderConfigs } from '../config/nearestFolderFile.js';
import { problemLine } from '../config/problems.js';
import { reason } from '../config/reason.js';
import type { FoundRubric, Rubrics } from '../config/rubrics.js';
import { type BrokenCheck, type Preferences, type Review, type ReviewOptions, review } from '../review/index.js';
import type { Rubric } from '../rubric/index.js';
import { parseStory } from '../story/index.js';
import { complain } from './errors.js';
import { findStories, type Found, readStandardInput, readStory, STANDARD_INPUT, type Text } from './files.js';
import type { Mend } from './fix.js';

const LEFT_OUT = 'is left out by an ignore file (.starwrightignore).';
const NOTHING_HERE = 'there are no *.star.md files in this folder. "starwright new --shape ID" writes one.';

/** What holds where a story lies: the rubric, and the folder files read with it. */
export interface Place extends FoundRubric {
  readonly configs: FolderConfigs;
}

/** Keeps what it needs of one review. */
export type Take<Kept> = (path: string, review: Review, rubric: Rubric, options: ReviewOptions) => Kept | Promise<Kept>;

/** Reviews file after file; what cannot be read is said and does not stop the rest. */
export class Checker {
  readonly #complained = new Set<string>();
  readonly #broken = new Set<string>();
  readonly #configs = new Map<Rubric, FolderConfigs>();
  readonly #ignored = new IgnoreFiles();

  constructor(
    readonly rubrics: Rubrics,
    readonly override: Preferences,
  ) {}

  /** What could not be read or understood, each once. */
  get problems(): readonly string[] {
    return [...this.#complained];
  }

  get failed(): boolean {
    return this.#complained.size > 0;
  }

  /** What holds for a file; what is wrong in its rubric is said once. */
  async placeOf(path: string): Promise<Place> {
    const found = await this.rubrics.for(path);
    for (const problem of found.problems) this.#complainOnce(problemLine(problem));
    const configs = this.#configs.get(found.rubric) ?? new FolderConfigs(found.rubric);
    this.#configs.set(found.rubric, configs);
    return { ...found, configs };
  }

  /** What `take` keeps of the review of each story; the rest of it is let go before the next one is read. With `mend`, of the story as that left it. */
  async reviewAll<Kept>(paths: readonly string[], stdinName: string | undefined, take: Take<Kept>, mend?: Mend): Promise<Kept[]> {
    const kept: Kept[] = [];
    const stories = findStories(paths.length > 0 ? paths : ['.'], this.#ignored);
    for (const found of stories) {
      if (paths.length === 0 && 'problem' in found && found.nothing) complain(NOTHING_HERE);
      else kept.push(...(await this.#reviewFound(found, stdinName, take, mend)));
    }
    for (const problem of this.#ignored.problems) this.#complainOnce(problemLine(problem));
    return kept;
  }

  /** The same for one file that was asked for by name, whatever ignore files say; none when it cannot be read. */
  async reviewNamed<Kept>(path: string, take: Take<Kept>): Promise<Kept[]> {
    return this.#reviewFound({ path }, undefined, take);
  }

  async #reviewFound<Kept>(found: Found, stdinName: string | undefined, take: Take<Kept>, mend?: Mend): Promise<Kept[]> {
    if ('problem' in found) return this.#fail(found.path, found.problem);
    const isInput = found.path === STANDARD_INPUT;
    if ('leftOut' in found || (isInput && stdinName !== undefined && this.#ignored.ignores(stdinName))) {
      complain(`${isInput ? stdinName : found.path}: ${LEFT_OUT}`);
      return [];
    }
    if (isInput) return this.#review(stdinName ?? '<stdin>', await readStandardInput(), take);
    return this.#review(found.path, readStory(found.path), take, mend);
  }

  async #review<Kept>(path: string, read: Text, take: Take<Kept>, mend?: Mend): Promise<Kept[]> {
    if ('problem' in read) return this.#fail(path, read.problem);
    const { rubric, configs } = await this.placeOf(path);
    const config = configs.nearest(path);
    for (const problem of config?.problems ?? []) this.#complainOnce(problemLine(problem));
    try {
      const options = { override: this.override, defaults: config?.preferences ?? {} };
      const again = (text: string): Review => review(parseStory(text), rubric, options);
      const mended = mend?.(path, again(read.text), again) ?? { review: again(read.text) };
      if (mended.problem !== undefined) this.#fail(path, mended.problem);
      return [await take(path, mended.review, rubric, options)];
    } catch (error) {
      complain(`${path}: the review broke off; this is a fault in Starwright. ${reason(error)}`);
      this.#complained.add(`${path}: the review broke off.`);
      return [];
    }
  }

  /** Says of checks that broke off that they did, once each; the run has failed then. */
  broke(path: string, broken: readonly BrokenCheck[]): void {
    for (const { check, error } of broken) {
      if (this.#broken.has(check)) continue;
      this.#broken.add(check);
      complain(`${path}: the check ${check} broke off and was left out; this is a fault in Starwright. ${reason(error)}`);
      this.#complained.add(`${path}: the check ${check} broke off.`);
    }
  }

  #fail(path: string, problem: string): [] {
    this.#complainOnce(`${path}: ${problem}`);
    return [];
  }

  #complainOnce(message: string): void {
    if (this.#complained.has(message)) return;
    this.#complained.add(message);
    complain(message);
  }
}
