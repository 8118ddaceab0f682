import type { Position, Range } from 'vscode-languageserver-types';

/**
 * Everything that server and client say to each other beyond the Language Server Protocol. No
 * values but names here: the client takes this file without the server behind it.
 */
import type { CardFormat } from '../rehearse/export/formats.js';
import type { DraftSource } from '../service/draft.js';
import type { NotedRehearsal } from '../service/rehearsal.js';
import type { StoryStatus } from '../service/storyStatus.js';

/** Request with {@link CatalogParams}: what New Story and Insert Template offer there. Answers a `Catalog`. */
export const CATALOG_REQUEST = 'starwright/catalog';

export interface CatalogParams {
  /** The address of the story or folder it is for; without one, what the built-in rubric offers. */
  readonly uri?: string;
  /** A question in the person's own words: the kinds of story that it asks for come first. */
  readonly question?: string;
}

/** Request with {@link DraftParams}: a new document made of a template, a question, three lines or a text. Answers a `Draft`. */
export const DRAFT_REQUEST = 'starwright/draft';

export type DraftParams = DraftSource & {
  /** The address of the story or folder it is for; without one, the built-in rubric holds. */
  readonly uri?: string;
};

/** Request with {@link RulePageParams}: what a finding code means, with examples. Answers Markdown, null for a code of no built-in criterion. */
export const RULE_PAGE_REQUEST = 'starwright/rulePage';

export interface RulePageParams {
  readonly code: string;
}

/** Request with {@link GlanceParams}: the times and the evidence of one open story. Answers a `Glance`, null for what is no story. */
export const GLANCE_REQUEST = 'starwright/glance';

export interface GlanceParams {
  readonly textDocument: { readonly uri: string };
}

/** Request with {@link EvidenceParams}: which beats were heard, by which sentence, and what to write for those that were not. Answers an `EvidenceSheet`, null for what is no story. */
export const EVIDENCE_REQUEST = 'starwright/evidence';

export type EvidenceParams = GlanceParams;

/** Request with {@link SilenceParams}: how to leave a finding out where it stands. Answers a `SnippetInsert`, null when it is not there. */
export const SILENCE_REQUEST = 'starwright/silence';

export interface SilenceParams extends GlanceParams {
  readonly rule: string;
  /** Where the finding begins. */
  readonly position: Position;
}

/** Request with {@link CutsParams}: what a telling can do without, ranked. Answers a `CutList`, null for what is no story. */
export const CUTS_REQUEST = 'starwright/cuts';

export interface CutsParams extends GlanceParams {
  /** Which telling, from 0: the file's own, then its framings. */
  readonly telling: number;
  /** The length to bring it to. */
  readonly seconds: number;
}

/** Request with {@link NotesParams}: moves sentences to the Notes. Answers one `WorkspaceEdit`, null when the story has changed since. */
export const NOTES_REQUEST = 'starwright/moveToNotes';

export interface NotesParams extends GlanceParams {
  /** The version of the story that the ranges are of. */
  readonly version: number | null;
  readonly ranges: readonly Range[];
}

/** Request with {@link ConfigParams}: which settings hold for one open story, as `check --print-config` says it. Answers an `EffectiveConfig`, null for what is no story. */
export const CONFIG_REQUEST = 'starwright/config';

export interface ConfigParams {
  readonly textDocument: { readonly uri: string };
}

/**
 * Request without parameters: the stories of the open folders as one bank. Answers a `BankOverview`. A first reading that takes longer is answered with
 * what there is so far; {@link BANK_CHANGED} says when to ask again. A reading that was cancelled goes on when this is asked unprompted.
 */
export const BANK_REQUEST = 'starwright/bank';

/** Notification from the server without parameters: a story of the bank has changed, or more of it has been read. */
export const BANK_CHANGED = 'starwright/bankChanged';

/** Notification without parameters, to a client that has asked for a glance: a rubric, a folder file or a setting has changed, and every story may be judged otherwise. */
export const REVIEWS_CHANGED = 'starwright/reviewsChanged';

/** Request with {@link CoverageReportParams}: the coverage of the bank as a page. Answers its text. */
export const COVERAGE_REPORT_REQUEST = 'starwright/coverageReport';

export interface CoverageReportParams {
  /** `html` is what stands inside a page's body: the caller adds the head with its style. */
  readonly format: 'html' | 'md';
}

/** Request with {@link MatchParams}: which stories answer a question. Answers a `MatchResult`. */
export const MATCH_REQUEST = 'starwright/match';

export interface MatchParams {
  readonly question: string;
}

/** Request without parameters: the interview days of the rubric, each with a story for each round. Answers a list of `LoopPlan`. */
export const LOOPS_REQUEST = 'starwright/loops';

/** Request with {@link PracticeParams}: which stories of the bank to tell next, and how far a preparation plan has come. Answers a `PracticeSheet`. */
export const PRACTICE_REQUEST = 'starwright/practice';

export interface PracticeParams {
  /** The id of a preparation plan. */
  readonly plan?: string;
  /** The ids of its steps that the person has ticked. */
  readonly ticks: readonly string[];
}

/** Request with {@link FollowUpsParams}: what an interviewer would ask next. Answers `FollowUpList`, null for what is no story. */
export const FOLLOW_UPS_REQUEST = 'starwright/followUps';

export type FollowUpsParams = GlanceParams;

/** Request with {@link AddFollowUpsParams}: writes questions under Follow-ups. Answers one `WorkspaceEdit`, null when there is nothing to write or the story has changed since. */
export const ADD_FOLLOW_UPS_REQUEST = 'starwright/addFollowUps';

export interface AddFollowUpsParams extends GlanceParams {
  /** The version of the story that the questions are of. */
  readonly version: number | null;
  /** Which telling, from 0: the file's own, then its framings. */
  readonly telling: number;
  /** Of the questions. */
  readonly ids: readonly string[];
}

/** Request with {@link ToldParams}: each telling of a story as it would be told, what it inherits included. Answers `ToldList`, null for what is no story. */
export const TOLD_REQUEST = 'starwright/told';

export type ToldParams = GlanceParams;

/** Request with {@link SetStatusParams}: marks a story as a draft, ready or retired. Answers one `WorkspaceEdit`, without a change where it is that already; null where the front matter cannot be written to. */
export const SET_STATUS_REQUEST = 'starwright/setStatus';

export interface SetStatusParams extends GlanceParams {
  readonly status: StoryStatus;
}

/** Request with {@link RedactParams}: a story without what may identify somebody. Answers `Redacted`, null for what is no story. */
export const REDACT_REQUEST = 'starwright/redact';

export type RedactParams = GlanceParams;

/** Request with {@link CardsParams}: cue cards of stories, and lines for a résumé. Answers `Cards`. */
export const CARDS_REQUEST = 'starwright/cards';

export interface CardsParams {
  /** The addresses of the stories, in the order of their cards. */
  readonly uris: readonly string[];
  /** `body` is what stands inside a page's body: the caller adds the head with its style. */
  readonly format: CardFormat | 'body';
  /** True for cards without names. */
  readonly redact: boolean;
}

export interface Cards {
  /** Empty when no story is left. */
  readonly text: string;
  /** How many stories are on the cards. */
  readonly stories: number;
  /** What could not be read, and why, in plain words. */
  readonly leftOut: readonly { readonly uri: string; readonly problem: string }[];
}

/** Request with {@link ResumeLinesParams}: the beginnings of at most two lines for a résumé. Answers a list of texts, null for what is no story. */
export const RESUME_LINES_REQUEST = 'starwright/resumeLines';

export type ResumeLinesParams = GlanceParams;

/** Request with {@link RehearsalParams}: the cues and times to say a telling by. Answers a `RehearsalPlan`, null for what is no story. */
export const REHEARSAL_REQUEST = 'starwright/rehearsal';

export interface RehearsalParams extends GlanceParams {
  /** Which telling, from 0: the file's own, then its framings. */
  readonly telling: number;
}

/** Request with {@link NoteRehearsalParams}: adds a rehearsal to the front matter. Answers one `WorkspaceEdit`, null where that cannot be added to. */
export const NOTE_REHEARSAL_REQUEST = 'starwright/noteRehearsal';

export type NoteRehearsalParams = GlanceParams & NotedRehearsal;

/** Request with {@link TranscriptParams}: what was said, held against a telling. Answers a `TranscriptSheet`, or `NotHeld` with the reason; null for what is no story. */
export const TRANSCRIPT_REQUEST = 'starwright/transcript';

export interface TranscriptParams extends RehearsalParams {
  /** What was said, as plain text. */
  readonly text: string;
  /** How long it took, where it was measured. */
  readonly seconds?: number;
}

/** Request with {@link AnswerParams}: what an agent in the editor asks, answered without names. Answers {@link Answered}. */
export const ANSWER_REQUEST = 'starwright/answer';

export type AnswerParams =
  | { readonly ask: 'review'; readonly uri: string }
  | { readonly ask: 'explain'; readonly id: string }
  | { readonly ask: 'questions'; readonly shape?: string; readonly signal?: string }
  | { readonly ask: 'match'; readonly question: string }
  | { readonly ask: 'coverage' };

/** The answer as JSON, or why there is none, in plain words. */
export type Answered = { readonly text: string } | { readonly refused: string };

/** Request from the server with {@link FindStoriesParams}: the stories in a folder that the server cannot read itself. Answers a list of their addresses. */
export const FIND_STORIES_REQUEST = 'starwright/findStories';

export interface FindStoriesParams {
  readonly folder: string;
}

/** Request from the server with {@link ReadStoryParams}: the text of such a story, or of what lies beside it. Answers null when there is no such file. */
export const READ_STORY_REQUEST = 'starwright/readStory';

export interface ReadStoryParams {
  readonly uri: string;
}

/** Request from the server with {@link ListFolderParams}: what lies in such a folder, as a list of `{ name, kind: 'file' | 'folder' | 'other' }`. Answers null when there is no such folder. */
export const LIST_FOLDER_REQUEST = 'starwright/listFolder';

export interface ListFolderParams {
  readonly folder: string;
}

/** Notification without parameters: the person has come to trust the workspace, and its own rubric may be read. */
export const TRUST_NOTIFICATION = 'starwright/trusted';

export type { Fit, FollowUp, LoopPlan, MatchResult, PlannedRound, RankedStory } from '../bank/types.js';
export type { CardFormat } from '../rehearse/export/formats.js';
export type { BankAdvice } from '../service/bankAdvice.js';
export type { BankOverview, BankQuestion, BankRow, CoverageLine, CoverageSheet } from '../service/bankOverview.js';
export type { PracticeSheet } from '../service/practiceSheet.js';
export type { PlannedStep, PlanProgress, PracticedStory, StepNeed } from '../rehearse/types.js';
export type { RehearsalPlan } from '../service/rehearsal.js';
export type { NotHeld, SheetBeat, TranscriptSheet } from '../service/transcript.js';
export type { FollowUpList, FollowUpRow } from '../service/followUps.js';
export type { Redacted, ToldList, ToldTelling } from '../service/told.js';
export type { EvidenceRow, EvidenceSheet, EvidenceTelling } from '../service/evidenceSheet.js';
export type { StoryStatus } from '../service/storyStatus.js';
export type { SnippetInsert } from '../service/snippets.js';
export { CUT_TO_FIT, HOVER_COMMANDS, SHOW_EVIDENCE } from '../service/commands.js';
export type { CutList, CutSentence } from '../service/cuts.js';
export type { EffectiveConfig, Origin } from '../config/effective.js';
export type { Glance, GlanceBeat, GlanceSection, GlanceTelling } from '../service/glance.js';
export type { Catalog, CatalogQuestion, CatalogShape, CatalogTemplate, CatalogText } from '../service/catalog.js';
export type { Draft, DraftSource } from '../service/draft.js';

/** The section of the editor's settings that is ours. */
export const SETTINGS_SECTION = 'starwright';

export { FOLDER_FILE } from '../config/names.js';

/** The folder of a rubric that lies beside the stories. */
export const RUBRIC_FOLDER = '.starwright/rubric';

/** What a client can ask for once, when it starts the server. */
export interface InitializationOptions {
  /** False keeps stories that are not open out of the diagnostics. */
  readonly workspaceDiagnostics?: boolean;
  /** Settings for a client that answers no `workspace/configuration`. */
  readonly settings?: unknown;
  /** False keeps rubrics of the workspace unread until {@link TRUST_NOTIFICATION}. */
  readonly trusted?: boolean;
  /** The address of the folder with one page for each finding code, for `codeDescription`. */
  readonly pages?: string;
  /** True for a client that has the commands {@link SHOW_EVIDENCE} and {@link CUT_TO_FIT}, and those of {@link HOVER_COMMANDS} as links in a hover. */
  readonly commandLinks?: boolean;
  /** True for a client that answers {@link FIND_STORIES_REQUEST}, {@link READ_STORY_REQUEST} and {@link LIST_FOLDER_REQUEST} for folders that are not on the local disk. */
  readonly readsStories?: boolean;
  /** The client's command that opens suggestions: sent along with what is completed by a second choice. */
  readonly suggestCommand?: string;
}
