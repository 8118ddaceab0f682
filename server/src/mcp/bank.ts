import { fileURLToPath, pathToFileURL } from 'node:url';
import { bankStory, HiddenNames, type BankStory } from '../bank/index.js';
import { BROKE_OFF, ownWords } from '../config/reason.js';
import type { FileSource } from '../lsp/host.js';
import { Refusal, type Naming, type Unread } from '../service/answers/index.js';
import { pathFrom, type Folder } from './folders.js';
import type { Judge } from './judge.js';
import { shownPaths } from './shownPaths.js';

/** The stories of all folders as they lie on the disk now. */
export interface BankRead {
  /** Each by its whole path. */
  readonly stories: readonly BankStory[];
  readonly unread: Unread;
  readonly naming: Naming;
}

/** Reads every story of the folders; with `withNames`, they are called what they are called. */
export async function readBank(folders: readonly Folder[], files: FileSource, judge: Judge, withNames: boolean): Promise<BankRead> {
  const names = new HiddenNames();
  const stories: BankStory[] = [];
  const problems = new Map<string, string>();
  for (const path of await listed(folders, files, problems)) {
    try {
      const review = judge.review(path, (await files.read(pathToFileURL(path).href)) ?? '', await judge.rubricFor(path));
      const { story } = review.reviewed.review;
      if (!withNames) names.add(path, story, review.reviewed.review.confidentialTerms);
      if (story.notAStory === undefined) stories.push(bankStory(path, review.reviewed.review, review.reviewed.rubric));
      else problems.set(path, 'It holds no story that can be read.');
    } catch (error) {
      problems.set(path, error instanceof Refusal ? error.message : ownWords(error) ?? BROKE_OFF);
    }
  }
  const naming = namingOf(folders, [...stories.map(({ id }) => id), ...problems.keys()], withNames ? undefined : names);
  return { stories, unread: [...problems].map(([id, problem]) => ({ path: naming.path(id), problem })), naming };
}

async function listed(folders: readonly Folder[], files: FileSource, problems: Map<string, string>): Promise<string[]> {
  const found = new Set<string>();
  for (const { path } of folders) {
    const { stories, unread } = await files.stories(pathToFileURL(path).href);
    for (const uri of stories) found.add(fileURLToPath(uri));
    for (const { id, problem } of unread) problems.set(fileURLToPath(id), problem);
  }
  return [...found].sort();
}

function namingOf(folders: readonly Folder[], ids: readonly string[], names: HiddenNames | undefined): Naming {
  const said: Naming['said'] = (id, text) => names?.hide(id, text) ?? text;
  const paths = shownPaths(new Map(ids.map((id) => [id, pathFrom(folders, id)])), said);
  return { path: (id) => paths.get(id) ?? '', said };
}
