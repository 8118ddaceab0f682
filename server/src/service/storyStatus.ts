import type { WorkspaceEdit } from 'vscode-languageserver-types';
import { setEntry } from '../refactor/index.js';
import { STATUSES } from '../story/frontMatterKeys.js';
import { workspaceEdit, type EditOptions } from './codeActions.js';
import type { ReviewedStory } from './reviewed.js';

/** What a story can be marked as. */
export type StoryStatus = keyof typeof STATUSES;

/** One edit that marks a story in its front matter, without a change where it says so already; null where the front matter cannot be written to as it stands. */
export function statusEdit(reviewed: ReviewedStory, status: StoryStatus, options: EditOptions): WorkspaceEdit | null {
  const { frontMatter, notAStory } = reviewed.review.story;
  if (!Object.hasOwn(STATUSES, status) || notAStory === 'binary' || notAStory === 'too-large') return null;
  const said = frontMatter?.status ?? (frontMatter?.entries.has('status') ? undefined : 'ready');
  const edit = said === status ? [] : setEntry(reviewed.review.story, 'status', status);
  return edit ? workspaceEdit(reviewed, [edit].flat(), { ...options, snippetEdits: false }) : null;
}
