import { FolderConfigs } from '../config/nearestFolderFile.js';
import { problemLine } from '../config/problems.js';
import { reason } from '../config/reason.js';
import type { FoundRubric, Rubrics } from '../config/rubrics.js';
import { type Broken, type Preferences, type Review, type ReviewOptions, review } from '../review/index.js';
import type { Rubric } from '../rubric/index.js';
import { saidOfBroken } from '../service/index.js';
import { parseStory } from '../story/index.js';
import { readStory, type Text } from './files.js';
import type { Mend } from './fix.js';

/** What holds where a story lies: the rubric, and the folder files read with it. */
export interface Place extends FoundRubric {
  readonly configs: FolderConfigs;
}

/** Keeps what it needs of one review. */
export type Take<Kept> = (path: string, review: Review, rubric: Rubric, options: ReviewOptions) => Kept | Promise<Kept>;

/** What could not be read or understood, or broke off. */
export interface Complaint {
  readonly said: string;
  /** How a report names it, where that is not as it was said. */
  readonly problem?: string;
  /** It is said once of all that have this in common, where that is not what is said. */
  readonly once?: string;
  /** Something in Starwright broke off and was left out; the rest was done. */
  readonly isBroken?: true;
}

export type Tell = (complaint: Complaint) => void;

/** Reviews one file after another, and leaves it to whoever asked what is said of them when. */
export class Reviewer {
  readonly #configs = new Map<Rubric, FolderConfigs>();

  constructor(
    readonly rubrics: Rubrics,
    readonly override: Preferences,
  ) {}

  /** What holds for a file. */
  async placeOf(path: string, tell: Tell): Promise<Place> {
    const found = await this.rubrics.for(path);
    for (const problem of found.problems) tell({ said: problemLine(problem) });
    const configs = this.#configs.get(found.rubric) ?? new FolderConfigs(found.rubric);
    this.#configs.set(found.rubric, configs);
    return { ...found, configs };
  }

  /** What `take` keeps of the review of the story in a file; nothing when that cannot be read. With `mend`, of the story as that left it. */
  async file<Kept>(path: string, take: Take<Kept>, tell: Tell, mend?: Mend): Promise<Kept[]> {
    return this.text(path, readStory(path), take, tell, mend);
  }

  /** The same of a text that was read. */
  async text<Kept>(path: string, read: Text, take: Take<Kept>, tell: Tell, mend?: Mend): Promise<Kept[]> {
    if ('problem' in read) {
      tell(unread(path, read.problem));
      return [];
    }
    const { rubric, configs } = await this.placeOf(path, tell);
    const config = configs.nearest(path);
    for (const problem of config?.problems ?? []) tell({ said: problemLine(problem) });
    try {
      const options = { override: this.override, defaults: config?.preferences ?? {} };
      const again = (text: string): Review => review(parseStory(text), rubric, options);
      const mended = mend?.(path, again(read.text), again) ?? { review: again(read.text) };
      if (mended.problem !== undefined) tell(unread(path, mended.problem));
      const kept = await take(path, mended.review, rubric, options);
      broke(path, mended.review.broken).forEach(tell);
      return [kept];
    } catch (error) {
      tell({ said: `${path}: the review broke off; this is a fault in Starwright. ${reason(error)}`, problem: `${path}: the review broke off.` });
      return [];
    }
  }
}

/** What is said of a file that cannot be read. */
export function unread(path: string, problem: string): Complaint {
  return { said: `${path}: ${problem}` };
}

/** What is said of checks, fixes and the like that broke off, of each once in a run. */
export function broke(path: string, broken: readonly Broken[]): Complaint[] {
  return broken.map((one) => {
    const said = saidOfBroken(one);
    return { said: `${path}: ${said} ${reason(one.error)}`, problem: `${path}: ${said}`, once: said, isBroken: true };
  });
}
