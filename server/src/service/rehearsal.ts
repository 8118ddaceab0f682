import type { WorkspaceEdit } from 'vscode-languageserver-types';
import { addEntry } from '../refactor/index.js';
import { cueCard, cueTimes, timelineOf, type Timeline } from '../rehearse/index.js';
import { workspaceEdit, type EditOptions } from './codeActions.js';
import type { ReviewedStory } from './reviewed.js';

/** What is needed to say a telling from cues against the clock. */
export interface RehearsalPlan {
  readonly version: number | null;
  readonly title: string;
  /** Absent for the file's own telling. */
  readonly framing: string | undefined;
  /** Five at most, each with when it should begin, in seconds from the start. */
  readonly cues: readonly { readonly text: string; readonly from: number }[];
  readonly timeline: Timeline;
  /** What has to be written before it can be rehearsed well, the first thing first. */
  readonly lacks: 'prose' | 'action' | 'cues' | undefined;
}

/** A rehearsal as it is written down. */
export interface NotedRehearsal {
  /** The day it was told: `2026-11-20`. */
  readonly date: string;
  readonly seconds: number;
  readonly note?: string;
}

/** The cues and times of a telling, by its number from 0; null for no such telling. */
export function rehearsalPlan({ review, rubric, version }: ReviewedStory, nth: number): RehearsalPlan | null {
  const told = review.tellings[nth];
  if (told === undefined) return null;
  const { title, framing, cues, missing, target } = cueCard(review, told, rubric);
  const timeline = timelineOf(told, target, rubric);
  const times = cueTimes(cues, told, timeline);
  const lacks = told.timing.words === 0 ? 'prose' : missing.find((part) => part === 'action' || part === 'cues');
  return { version, title, framing, cues: cues.map(({ text }, index) => ({ text, from: times[index]! })), timeline, lacks };
}

/** One edit that adds a rehearsal to `rehearsed` in the front matter; null where it cannot be added to as it stands. */
export function rehearsalEdit(reviewed: ReviewedStory, { date, seconds, note = '' }: NotedRehearsal, options: EditOptions): WorkspaceEdit | null {
  const line = note.replace(/\s+/g, ' ').trim();
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || !Number.isFinite(seconds)) return null;
  const edit = addEntry(reviewed.review.story, 'rehearsed', { date, seconds: `${Math.max(1, Math.round(seconds))}`, ...(line !== '' && { note: JSON.stringify(line) }) });
  return edit ? workspaceEdit(reviewed, [edit], { ...options, snippetEdits: false }) : null;
}
