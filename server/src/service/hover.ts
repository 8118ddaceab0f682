import type { Hover, MarkupContent, Position } from 'vscode-languageserver-types';
import type { BeatReview, Finding, TellingReview } from '../review/types.js';
import type { Criterion } from '../rubric/types.js';
import type { Range, Section } from '../story/types.js';
import { frontMatterHover } from './frontMatterHover.js';
import { countWords, escapeMarkdown, oneLine, shorten, spoken } from './prose.js';
import { numberedFindings, toLspRange, touches, type ReviewedStory } from './reviewed.js';

export type HoverFormat = MarkupContent['kind'];

const EVIDENCE_LENGTH = 90;

/** What to say about the findings, the section label or the suppression at a position. */
export function hover(reviewed: ReviewedStory, position: Position, format: HoverFormat): Hover | null {
  const offset = reviewed.lines.offsetAt(position);
  const at = { start: offset, end: offset };
  const ink = INKS[format];
  const parts: { text: string; range: Range }[] = [];
  for (const { telling, section } of labelsAt(reviewed, at)) {
    parts.push({ text: sectionText(reviewed, telling, section, ink), range: section.label! });
  }
  for (const finding of findingsAt(reviewed, at)) {
    const criterion = reviewed.rubric.criterion(finding.rule);
    parts.push({ text: findingText(reviewed, finding, criterion, ink), range: finding.range });
  }
  for (const code of suppressedCodesAt(reviewed, at)) {
    const criterion = reviewed.rubric.criterion(code.code);
    if (criterion !== undefined) parts.push({ text: criterionText(reviewed, criterion, ink), range: code.range });
  }
  parts.push(...frontMatterHover(reviewed, offset, format));
  const first = parts[0];
  if (first === undefined) return null;
  return {
    contents: { kind: format, value: parts.map((part) => part.text).join(ink.rule) },
    range: toLspRange(reviewed, first.range),
  };
}

/** How a text is marked up: as Markdown, or left plain for an editor that shows none. */
interface Ink {
  readonly text: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly code: (text: string) => string;
  readonly lineBreak: string;
  readonly rule: string;
}

const INKS: Record<HoverFormat, Ink> = {
  markdown: {
    text: escapeMarkdown,
    strong: (text) => `**${escapeMarkdown(text)}**`,
    code: (text) => `\`${oneLine(text).replace(/`/g, "'")}\``,
    lineBreak: '\\\n',
    rule: '\n\n---\n\n',
  },
  plaintext: { text: oneLine, strong: oneLine, code: oneLine, lineBreak: '\n', rule: '\n\n' },
};

/** The findings under a cursor, the ones with the narrowest range first. */
function findingsAt(reviewed: ReviewedStory, at: Range): Finding[] {
  return numberedFindings(reviewed.review)
    .map(({ finding }) => finding)
    .filter((finding) => touches(finding.range, at))
    .sort((a, b) => a.range.end - a.range.start - (b.range.end - b.range.start));
}

function suppressedCodesAt(reviewed: ReviewedStory, at: Range): { code: string; range: Range }[] {
  return reviewed.review.story.suppressions
    .flatMap((suppression) => suppression.codes)
    .filter((code) => touches(code.range, at));
}

function labelsAt(reviewed: ReviewedStory, at: Range): { telling: TellingReview; section: Section }[] {
  return reviewed.review.tellings.flatMap((telling) =>
    telling.telling.sections
      .filter((section) => section.label !== undefined && touches(section.label, at))
      .map((section) => ({ telling, section })),
  );
}

function findingText(
  reviewed: ReviewedStory,
  finding: Finding,
  criterion: Criterion | undefined,
  ink: Ink,
): string {
  if (criterion === undefined) return `${ink.text(finding.message)} ${ink.code(finding.rule)}`;
  return criterionText(reviewed, criterion, ink);
}

/** Title, why an interviewer cares, a weak and a strong line, and who says so. */
function criterionText(reviewed: ReviewedStory, criterion: Criterion, ink: Ink): string {
  const lines = [`${ink.strong(criterion.title)} ${ink.code(criterion.code)}`];
  if (criterion.why.trim() !== '') lines.push(ink.text(criterion.why));
  const examples = [labelled('Weak:', criterion.weak, ink), labelled('Strong:', criterion.strong, ink)];
  lines.push(examples.filter(Boolean).join(ink.lineBreak));
  lines.push(labelled('Source:', sourceTitles(reviewed, criterion.sources).join(', '), ink));
  return lines.filter(Boolean).join('\n\n');
}

/** A line that says what it is, or nothing when there is nothing to say. */
function labelled(label: string, text: string, ink: Ink): string {
  return text.trim() === '' ? '' : `${ink.strong(label)} ${ink.text(text)}`;
}

function sourceTitles(reviewed: ReviewedStory, ids: readonly string[]): string[] {
  const guides = reviewed.rubric.data.sources;
  return ids.map((id) => guides.find((guide) => guide.id === id)?.title ?? id);
}

/** Time, the beats heard in a section and by which sentence, and the beats it still lacks. */
function sectionText(reviewed: ReviewedStory, telling: TellingReview, section: Section, ink: Ink): string {
  const paragraphs = [`${ink.strong(section.label!.text)} · ${sectionTime(telling, section)}`];
  const heard = telling.beats.filter(({ concerns }) => concerns).flatMap((beat) => heardLine(reviewed, beat, section, ink));
  if (heard.length > 0) paragraphs.push(['Heard here:', '', ...heard].join('\n'));
  const missing = telling.beats.filter((beat) => (beat.missing || (beat.drafted && beat.required)) && !beat.present && belongs(reviewed, beat, section));
  if (missing.length > 0) {
    const names = missing.map((beat) => ink.text(beatTitle(reviewed, beat) + (beat.drafted ? ' (drafted)' : '')));
    paragraphs.push(`Not heard yet: ${names.join(', ')}`);
  }
  return paragraphs.join('\n\n');
}

function sectionTime(telling: TellingReview, section: Section): string {
  const timing = telling.timing.sections.find((candidate) => candidate.section === section);
  if (timing === undefined) return countWords(section.words);
  const share = Math.round(timing.share * 100);
  return `${countWords(timing.words)} · ${spoken(timing.seconds)} · ${share}% of the story`;
}

function heardLine(reviewed: ReviewedStory, beat: BeatReview, section: Section, ink: Ink): string[] {
  if (!beat.present) return [];
  const evidence = beat.evidence.filter(({ sentence }) => section.sentences.includes(sentence));
  const best = evidence.find(({ strength }) => strength === 'strong') ?? evidence[0];
  if (best === undefined) return [];
  const text = reviewed.review.story.text.slice(best.sentence.start, best.sentence.end);
  return [`- ${ink.strong(beatTitle(reviewed, beat))}: “${ink.text(shorten(text, EVIDENCE_LENGTH))}”`];
}

function belongs(reviewed: ReviewedStory, beat: BeatReview, section: Section): boolean {
  const home = reviewed.rubric.beat(beat.id)?.section;
  return home !== undefined && (section.role === home || section.covers.includes(home));
}

function beatTitle(reviewed: ReviewedStory, beat: BeatReview): string {
  return reviewed.rubric.beat(beat.id)?.title ?? beat.id;
}
