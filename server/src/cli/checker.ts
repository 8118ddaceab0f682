import { IgnoreFiles } from '../config/ignored.js';
import { problemLine } from '../config/problems.js';
import type { Rubrics } from '../config/rubrics.js';
import type { Preferences } from '../review/index.js';
import { complain } from './errors.js';
import { findStories, type Found, readStandardInput, STANDARD_INPUT } from './files.js';
import type { Mend } from './fix.js';
import { type Complaint, type Place, Reviewer, type Take, type Tell, unread } from './reviewer.js';

const LEFT_OUT = 'is left out by an ignore file (.starwrightignore).';
const NOTHING_HERE = 'there are no *.star.md files in this folder. "starwright new --shape ID" writes one.';

/** What came of one file, and what is to be said of it when its turn comes. */
export interface Answer<Kept> {
  readonly kept: readonly Kept[];
  readonly complaints: readonly Complaint[];
}

/** The answers for some files in their order, some of which may be made in other threads; undefined where that is not worth it. `own` reviews one here. */
export type Share<Kept> = (files: readonly string[], own: (file: string) => Promise<Answer<Kept>>) => Promise<AsyncGenerator<Answer<Kept>> | undefined>;

/** How stories are reviewed: mended first, or together with other threads. */
export interface Means<Kept> {
  readonly mend?: Mend | undefined;
  readonly share?: Share<Kept> | undefined;
}

/** Reviews all that was asked for; what cannot be read is said and does not stop the rest. */
export class Checker {
  readonly reviewer: Reviewer;
  readonly #said = new Set<string>();
  readonly #problems = new Set<string>();
  readonly #broken = new Set<string>();
  readonly #ignored = new IgnoreFiles();

  constructor(rubrics: Rubrics, override: Preferences) {
    this.reviewer = new Reviewer(rubrics, override);
  }

  get override(): Preferences {
    return this.reviewer.override;
  }

  /** What could not be read or understood, and what broke off, each once. */
  get problems(): readonly string[] {
    return [...this.#problems, ...this.#broken];
  }

  get failed(): boolean {
    return this.#problems.size > 0;
  }

  /** True where something could not be read, or not everything could be checked. */
  get incomplete(): boolean {
    return this.failed || this.#broken.size > 0;
  }

  /** Says what could not be read or understood, or broke off, once each. */
  readonly tell: Tell = ({ said, problem = said, once = said, isBroken = false }) => {
    if (this.#said.has(once)) return;
    this.#said.add(once);
    (isBroken ? this.#broken : this.#problems).add(problem);
    complain(said);
  };

  /** What holds for a file; what is wrong in its rubric is said once. */
  async placeOf(path: string): Promise<Place> {
    return this.reviewer.placeOf(path, this.tell);
  }

  /** What `take` keeps of the review of each story. */
  async reviewAll<Kept>(paths: readonly string[], stdinName: string | undefined, take: Take<Kept>): Promise<Kept[]> {
    const all: Kept[] = [];
    for await (const kept of this.reviewEach(paths, stdinName, take)) all.push(kept);
    return all;
  }

  /** The same one after the other, so that the rest of a review can be let go before the next is made. */
  async *reviewEach<Kept>(paths: readonly string[], stdinName: string | undefined, take: Take<Kept>, { mend, share }: Means<Kept> = {}): AsyncGenerator<Kept> {
    const stories = findStories(paths.length > 0 ? paths : ['.'], this.#ignored);
    const shared = await share?.(stories.filter(isFile).map(({ path }) => path), (file) => collected((tell) => this.reviewer.file(file, take, tell)));
    try {
      for (const found of stories) {
        if (paths.length === 0 && 'problem' in found && found.nothing) complain(NOTHING_HERE);
        else if (!isFile(found)) yield* await this.#other(found, stdinName, take);
        else if (shared) yield* this.#told<Kept>((await shared.next()).value);
        else yield* await this.reviewer.file(found.path, take, this.tell, mend);
        // A signal that came while a file was written is heard now.
        if (mend) await new Promise((resolve) => setImmediate(resolve));
      }
    } finally {
      await shared?.return(undefined);
    }
    for (const problem of this.#ignored.problems) this.tell({ said: problemLine(problem) });
  }

  /** The same for one file that was asked for by name, whatever ignore files say; none when it cannot be read. */
  async reviewNamed<Kept>(path: string, take: Take<Kept>): Promise<Kept[]> {
    return path === STANDARD_INPUT ? this.#other({ path }, undefined, take) : this.reviewer.file(path, take, this.tell);
  }

  #told<Kept>({ complaints, kept }: Answer<Kept>): readonly Kept[] {
    complaints.forEach(this.tell);
    return kept;
  }

  /** What is no file to be reviewed: standard input, what an ignore file leaves out, and what cannot be had. */
  async #other<Kept>(found: Found, stdinName: string | undefined, take: Take<Kept>): Promise<Kept[]> {
    if ('problem' in found) {
      this.tell(unread(found.path, found.problem));
      return [];
    }
    const isInput = found.path === STANDARD_INPUT;
    if ('leftOut' in found || (stdinName !== undefined && this.#ignored.ignores(stdinName))) {
      complain(`${isInput ? stdinName : found.path}: ${LEFT_OUT}`);
      return [];
    }
    return this.reviewer.text(stdinName ?? '<stdin>', await readStandardInput(), take, this.tell);
  }
}

function isFile(found: Found): boolean {
  return !('problem' in found) && !('leftOut' in found) && found.path !== STANDARD_INPUT;
}

/** An answer, and what is to be said of it later. */
export async function collected<Kept>(ask: (tell: Tell) => Promise<readonly Kept[]>): Promise<Answer<Kept>> {
  const complaints: Complaint[] = [];
  return { kept: await ask((complaint) => complaints.push(complaint)), complaints };
}
