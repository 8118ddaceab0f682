import type { Cue, RehearsalFinding, SaidBeat, Timeline, TranscriptReport } from '../../rehearse/index.js';
import type { Review, TellingReview } from '../../review/index.js';
import { shorten } from '../../service/prose.js';
import { LineIndex, type Position, type Range } from '../../story/index.js';
import { plainJson, plainLines } from '../errors.js';

/** Cues with the seconds at which they begin, and the times they are made for. */
export interface Plan {
  readonly review: Review;
  readonly told: TellingReview;
  readonly timeline: Timeline;
  readonly cues: readonly (Cue & { readonly from: number })[];
}

type PositionRange = { readonly start: Position; readonly end: Position };

/** The cues and times of a story as JSON, in the form of a report that has heard nothing yet. */
export function planJson({ review, told, timeline, cues }: Plan): string {
  const { words, seconds, wordsPerMinute } = told.timing;
  const place = placesIn(review.story.text);
  const shown = cues.map(({ role, text, from, range }) => ({ role, text, from, range: range ? place(range) : null }));
  return json({ ...head(review, told), words, seconds, wordsPerMinute, heard: [], unsure: [], missed: [], findings: [], cues: shown, timeline });
}

/** A transcript's report as JSON; places are in the transcript, zero-based lines and UTF-16 characters. */
export function reportJson(report: TranscriptReport, review: Review, told: TellingReview, transcript: string): string {
  const [inTranscript, inStory] = [placesIn(transcript), placesIn(review.story.text)];
  const ids = (beats: readonly SaidBeat[]): string[] => beats.map(({ id }) => id);
  const places = (beats: readonly SaidBeat[], place: (range: Range) => PositionRange): Record<string, PositionRange | null> => Object.fromEntries(beats.map(({ id, range }) => [id, range ? place(range) : null]));
  const { words, seconds, timed, wordsPerMinute, heard, unsure, missed, parts, fillers, findings } = report;
  return json({
    ...head(review, told),
    words,
    seconds,
    timed,
    wordsPerMinute,
    heard: ids(heard),
    unsure: ids(unsure),
    missed: ids(missed),
    findings: findings.map(({ code, severity, message, range, places: all = [] }) => ({ rule: code, severity, message, range: range ? inTranscript(range) : null, places: all.map(inTranscript) })),
    parts,
    fillers: fillers.map(inTranscript),
    said: places(heard, inTranscript),
    unsaid: places([...unsure, ...missed], inStory),
  });
}

/** The cues and times of a story for a person. */
export function planText({ review, told, timeline, cues }: Plan): string {
  const { target, milestones, stretches } = timeline;
  const needed = told.timing.seconds > target ? `${told.timing.seconds} s as written, fitted to ${target} s` : `${told.timing.seconds} of ${target} s`;
  const width = Math.max(0, ...cues.map(({ from }) => clock(from).length));
  return lines(
    `${titleOf(review, told)}  ${needed}`,
    '',
    ...(cues.length > 0 ? cues.map(({ from, text }) => `  ${clock(from).padStart(width)}  ${text}`) : ['  No cues yet. Write what you did under "## Action", or cues of your own under "## Cues".']),
    '',
    `  parts       ${stretches.map(({ title, from, to }) => `${title} ${clock(from)}–${clock(to)}`).join(', ')}`,
    `  milestones  half ${clock(milestones[0]!)}, 80 % ${clock(milestones[1]!)}, full ${clock(milestones[2]!)}`,
  );
}

/** A transcript's report for a person. Places are `line:column` of the transcript; for what was not said, of the story. */
export function reportText(report: TranscriptReport, review: Review, told: TellingReview, transcript: string): string {
  const { words, seconds, timed, wordsPerMinute, heard, unsure, missed, parts, findings } = report;
  const time = timed ? `${seconds} s, ${words} words, ${wordsPerMinute} a minute` : `${words} words, about ${seconds} s; --seconds N says how fast it was`;
  return lines(
    `${titleOf(review, told)}  ${time}`,
    `  parts   ${parts.map(({ title, seconds: took, target }) => `${title} ${took} of ${target} s`).join(', ')}`,
    ...(heard.length > 0 ? [`  said    ${heard.map(({ title }) => title.toLowerCase()).join(', ')}`] : []),
    ...unsaidLines('not said', missed, review.story.text),
    ...unsaidLines('not sure, perhaps said in other words', unsure, review.story.text),
    ...findingLines(findings, placesIn(transcript)),
  );
}

/** Beats under what is known of them, each with the sentence of the story that says it. */
function unsaidLines(known: string, beats: readonly SaidBeat[], story: string): string[] {
  if (beats.length === 0) return [];
  const place = placesIn(story);
  const width = Math.max(...beats.map(({ title }) => title.length));
  return [`  ${known}`, ...beats.map(({ title, range }) => `    ${title.toLowerCase().padEnd(width)}  ${range ? `${shown(place(range))}  ${shorten(story.slice(range.start, range.end), 80)}` : ''}`.trimEnd())];
}

const MOST_PLACES = 12;

function findingLines(findings: readonly RehearsalFinding[], place: (range: Range) => PositionRange): string[] {
  return findings.flatMap(({ message, code, places = [] }) => {
    const more = places.length > MOST_PLACES ? ` and ${places.length - MOST_PLACES} more` : '';
    const where = places.length > 0 ? [`          at ${places.slice(0, MOST_PLACES).map((range) => shown(place(range))).join(', ')}${more}`] : [];
    return [`  ${message}  ${code}`, ...where];
  });
}

function head(review: Review, told: TellingReview): { title: string | null; framing: string | null } {
  return { title: review.story.title?.value ?? null, framing: told.telling.title ?? null };
}

function titleOf(review: Review, { telling }: TellingReview): string {
  return [review.story.title?.value, telling.title].filter((part) => part !== undefined).join(' · ') || 'Story';
}

function placesIn(text: string): (range: Range) => PositionRange {
  const index = new LineIndex(text);
  return ({ start, end }) => ({ start: index.positionAt(start), end: index.positionAt(end) });
}

function shown({ start }: PositionRange): string {
  return `${start.line + 1}:${start.character + 1}`;
}

/** `1:05`. */
function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

function lines(...all: readonly string[]): string {
  return `${all.map((line) => plainLines(line)).join('\n')}\n`;
}

function json(value: unknown): string {
  return `${plainJson(value, 2)}\n`;
}
