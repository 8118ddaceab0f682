import type { Coverage, CoverageRow, MatchResult } from '../../bank/index.js';
import type { BankStory, Fit } from '../../bank/types.js';
import type { Severity } from '../../rubric/types.js';
import { saidOfBroken } from '../broken.js';
import { slotsIn } from '../snippets.js';

/** How the stories of a bank are called in an answer. */
export interface Naming {
  /** The path of a story, by its id. */
  path(id: string): string;
  /** What is said of a story, or of none in particular; without names where they are hidden. */
  said(id: string | undefined, text: string): string;
}

export interface StoryName {
  readonly path: string;
  readonly title: string;
}

/** Files that could not be read, each with the reason. */
export type Unread = readonly { readonly path: string; readonly problem: string }[];

export interface StoriesAnswer {
  readonly stories: readonly (StoryName & { readonly status: BankStory['status']; readonly shapes: readonly string[]; readonly seconds: number; readonly errors: number; readonly warnings: number })[];
  readonly unread: Unread;
}

export interface MatchAnswer {
  readonly question: string;
  /** False for a question that a story from the past does not answer. */
  readonly wantsStory: boolean;
  readonly asksFor: readonly string[];
  /** Best first, at most ten. */
  readonly ranked: readonly (StoryName & { readonly framing: string | null; readonly fit: Fit; readonly reasons: readonly string[] })[];
  /** How many fit, those that are not listed included. */
  readonly fitting: number;
  /** For a question that wants no story: an answer to fill in. */
  readonly outline: { readonly title: string; readonly text: string; readonly slots: readonly string[] } | null;
  /** For a gap: the kind of story to write. */
  readonly write: { readonly shape: string; readonly title: string } | null;
  readonly unread: Unread;
}

export interface CoverageAnswerRow {
  readonly id: string;
  readonly title: string;
  readonly state: CoverageRow['state'];
  /** At most five. */
  readonly stories: readonly (StoryName & { readonly how: 'marked' | 'heard'; readonly draft: boolean; readonly framing: string | null })[];
  readonly more: number;
}

export interface CoverageAnswer {
  readonly profile: string;
  readonly stories: number;
  readonly themes: readonly CoverageAnswerRow[];
  readonly signals: readonly CoverageAnswerRow[];
  readonly next: { readonly shape: string; readonly title: string; readonly why: string } | null;
  readonly advice: readonly { readonly rule: string; readonly severity: Severity; readonly message: string; readonly path: string | null }[];
  readonly unread: Unread;
  /** What broke off in Starwright and was left out, a sentence each: none where it is in order. */
  readonly broken: readonly string[];
}

const MOST = { ranked: 10, cells: 5, advice: 20 };

/** Every story of a bank in a line. */
export function storiesAnswer(stories: readonly BankStory[], unread: Unread, naming: Naming): StoriesAnswer {
  const rows = stories.map(({ id, title, status, shapes, tellings: [{ seconds }], findings }) => ({
    path: naming.path(id),
    title: naming.said(id, title),
    status,
    shapes: shapes.map((shape) => shape.id),
    seconds: Math.round(seconds),
    errors: findings.error,
    warnings: findings.warning,
  }));
  return { stories: rows, unread };
}

/** Which stories answer a question, and why. */
export function matchAnswer({ question, wantsStory, asksFor, ranked, outline, write }: MatchResult, unread: Unread, naming: Naming): MatchAnswer {
  const shown = ranked.slice(0, MOST.ranked).map(({ id, title, framing, fit, reasons }) => ({
    path: naming.path(id),
    title: naming.said(id, title),
    framing: framing === undefined ? null : naming.said(id, framing),
    fit,
    reasons: reasons.map((reason) => naming.said(id, reason)),
  }));
  return {
    question,
    wantsStory,
    asksFor,
    ranked: shown,
    fitting: ranked.filter(({ fit }) => fit !== 'gap').length,
    outline: outline ? { title: outline.title, text: outline.text, slots: slotsIn(outline.text) } : null,
    write: write ? { shape: write.shape, title: write.title } : null,
    unread,
  };
}

/** What a bank covers, what is missing, and what to write next. */
export function coverageAnswer({ profile, stories, themes, signals, next, advice, broken }: Coverage, unread: Unread, naming: Naming): CoverageAnswer {
  const titles = new Map(stories.map(({ id, title }) => [id, title]));
  const row = ({ id, title, state, stories: cells }: CoverageRow): CoverageAnswerRow => ({
    id,
    title,
    state,
    stories: cells.slice(0, MOST.cells).map(({ story, how, draft, framing }) => ({
      path: naming.path(story),
      title: naming.said(story, titles.get(story) ?? ''),
      how,
      draft,
      framing: framing === undefined ? null : naming.said(story, framing),
    })),
    more: Math.max(0, cells.length - MOST.cells),
  });
  return {
    profile: profile.id,
    stories: stories.length,
    themes: themes.map(row),
    signals: signals.map(row),
    next: next ? { shape: next.shape, title: next.title, why: next.why } : null,
    advice: advice.slice(0, MOST.advice).map(({ code, severity, message, story }) => ({ rule: code, severity, message: naming.said(story, message), path: story === undefined ? null : naming.path(story) })),
    unread,
    broken: broken.map(saidOfBroken),
  };
}
