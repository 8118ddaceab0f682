import type { Range as LspRange } from 'vscode-languageserver-types';
import { reviewInSteps, type ReviewMemory, type ReviewOptions } from '../review/index.js';
import type { Finding, Review } from '../review/types.js';
import type { Rubric } from '../rubric/index.js';
import { finished, LineIndex, type PositionEncoding, type Steps } from '../story/index.js';
import type { Range, Story } from '../story/types.js';

/** One version of one document, read and reviewed: what every editor feature is drawn from. */
export interface ReviewedStory {
  readonly uri: string;
  /** The version the editor gave this text; null for a file read from disk. */
  readonly version: number | null;
  readonly review: Review;
  readonly rubric: Rubric;
  readonly lines: LineIndex;
}

type Document = Pick<ReviewedStory, 'uri' | 'version'>;

/** Reviews a parsed story and keeps what is needed to show it in an editor that counts characters in `encoding`. */
export function reviewedStory(document: Document, story: Story, rubric: Rubric, options: ReviewOptions, encoding: PositionEncoding = 'utf-16', memory?: ReviewMemory): ReviewedStory {
  return finished(reviewedInSteps(document, story, rubric, options, encoding, memory));
}

/** The same in steps of a few milliseconds. */
export function* reviewedInSteps({ uri, version }: Document, story: Story, rubric: Rubric, options: ReviewOptions, encoding: PositionEncoding, memory?: ReviewMemory): Steps<ReviewedStory> {
  return { uri, version, review: yield* reviewInSteps(story, rubric, options, memory), rubric, lines: new LineIndex(story.text, encoding) };
}

/** The same without findings, for a person who wants none: times, evidence and everything drawn from them stay. */
export function withoutFindings(reviewed: ReviewedStory): ReviewedStory {
  const [main, ...framings] = reviewed.review.tellings;
  const tellings: Review['tellings'] = [{ ...main, findings: [] }, ...framings.map((telling) => ({ ...telling, findings: [] }))];
  return { ...reviewed, review: { ...reviewed.review, tellings, broken: [] } };
}

/** A range of offsets as lines and characters, counted as the editor counts. */
export function toLspRange(reviewed: ReviewedStory, range: Range): LspRange {
  return { start: reviewed.lines.positionAt(range.start), end: reviewed.lines.positionAt(range.end) };
}

/** A range of lines and characters, counted as the editor counts, as offsets held to the text. */
export function toOffsets(reviewed: ReviewedStory, range: LspRange): Range {
  return { start: reviewed.lines.offsetAt(range.start), end: reviewed.lines.offsetAt(range.end) };
}

/** A finding and its place among the findings of its rule, which survives edits elsewhere in the file. */
export interface NumberedFinding {
  readonly finding: Finding;
  readonly nth: number;
}

/** Every finding of every telling, from top to bottom. */
export function numberedFindings(review: Review): NumberedFinding[] {
  const findings = review.tellings
    .flatMap((telling) => telling.findings)
    .sort((a, b) => a.range.start - b.range.start);
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const nth = seen.get(finding.rule) ?? 0;
    seen.set(finding.rule, nth + 1);
    return { finding, nth };
  });
}

/** True when the two ranges share an offset or meet at one: a cursor at a finding's end is on it. */
export function touches(a: Range, b: Range): boolean {
  return a.start <= b.end && b.start <= a.end;
}
