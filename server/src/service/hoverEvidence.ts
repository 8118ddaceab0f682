import { bestOf, doesAlone } from '../review/bestEvidence.js';
import type { TellingReview } from '../review/types.js';
import { lineEndOf, lineStartOf } from '../story/lines.js';
import type { Label, Range, Section, Sentence, StepKind } from '../story/types.js';
import { tellingText } from './evidenceTable.js';
import type { Ink } from './ink.js';
import { countWords, spoken } from './prose.js';
import { quoted } from './quotes.js';
import { touches, type ReviewedStory } from './reviewed.js';
import { isHeard, standings, type BeatStanding } from './standings.js';

/** What was heard, by which sentence, and what was not: of the telling, the section or the step whose label is at a place. */
export function evidenceHovers(reviewed: ReviewedStory, at: Range, ink: Ink): { text: string; range: Range }[] {
  return reviewed.review.tellings.flatMap((telling) => {
    const anchor = tellingLabel(reviewed, telling);
    const whole = anchor !== undefined && touches(anchor, at) ? [{ text: tellingText(reviewed, telling, ink), range: anchor }] : [];
    const parts = telling.telling.sections.flatMap((section) => partsAt(section, at));
    return [...whole, ...parts.map((part) => ({ text: partText(reviewed, telling, part, ink), range: part.label }))];
  });
}

/** Where a person asks about a whole telling: a framing's label, else the title, else the first line of a story without labels, held to its first sentence. */
function tellingLabel({ review: { story } }: ReviewedStory, { telling }: TellingReview): Range | undefined {
  if (telling.label !== undefined) return telling.label;
  if (story.title !== undefined && story.title.end > story.title.start) return story.title;
  const first = telling.sections[0];
  if (first === undefined || first.label !== undefined) return undefined;
  const end = Math.min(lineEndOf(story.text, first.whole.start), first.sentences[0]?.end ?? Infinity);
  return { start: lineStartOf(story.text, first.whole.start), end };
}

/** A section, or one step of it. */
interface Part {
  readonly label: Label;
  readonly section: Section;
  readonly step: StepKind | undefined;
  readonly sentences: ReadonlySet<Sentence>;
}

/** The section and the step whose label is at a place. */
function partsAt(section: Section, at: Range): Part[] {
  const { label, steps, sentences } = section;
  const own: Part[] = label !== undefined && touches(label, at) ? [{ label, section, step: undefined, sentences: new Set(sentences) }] : [];
  const found = steps.findIndex((step) => touches(step.label, at));
  const step = steps[found];
  if (step === undefined) return own;
  const end = steps[found + 1]?.start ?? Infinity;
  return [...own, { label: step.label, section, step: step.kind, sentences: new Set(sentences.filter(({ start }) => step.start <= start && start < end)) }];
}

function partText(reviewed: ReviewedStory, telling: TellingReview, part: Part, ink: Ink): string {
  const beats = standings(reviewed, telling);
  const heard = beats.filter(isHeard).flatMap((beat) => heardLine(reviewed, beat, part, ink));
  const home = beats.filter((beat) => !isHeard(beat) && beat.asked && belongs(beat, part));
  const drafted = home.filter(({ standing }) => standing === 'drafted').map((beat) => `- ${ink.strong(beat.beat.title)}${quoted(reviewed, beat.sentences, ink)}`);
  const absent = home.filter(({ standing }) => standing !== 'drafted').map((beat) => absentLine(beat, ink));
  const lists = [list('Heard here:', heard), list('Drafted, with slots to fill in:', drafted), list('Not heard yet:', absent)];
  return [`${ink.strong(part.label.text)} · ${timeOf(telling, part)}`, ...lists].filter(Boolean).join('\n\n');
}

function list(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : [title, '', ...lines].join('\n');
}

function absentLine({ beat, standing }: BeatStanding, ink: Ink): string {
  return `- ${ink.strong(beat.title)}${standing === 'unclear' ? ' (something comes near)' : ''}: ${ink.text(beat.question)}`;
}

/** The sentence of this part that says a beat; nothing where another part says it. */
function heardLine(reviewed: ReviewedStory, { beat, review }: BeatStanding, part: Part, ink: Ink): string[] {
  const here = bestOf(review.evidence).filter(({ sentence }) => part.sentences.has(sentence));
  const best = here[0];
  if (best === undefined) return [];
  if (doesAlone(best)) return [`- ${ink.strong(beat.title)}${quoted(reviewed, [best.sentence], ink)}`];
  return [`- ${ink.strong(beat.title)}, faintly${quoted(reviewed, here.slice(0, 2).map(({ sentence }) => sentence), ink)}`];
}

function timeOf(telling: TellingReview, { section, step, sentences }: Part): string {
  const timing = telling.timing.sections.find((candidate) => candidate.section === section);
  if (step !== undefined) return countWords([...sentences].reduce((sum, sentence) => sum + sentence.words, 0));
  if (timing === undefined) return countWords(section.words);
  return `${countWords(timing.words)} · ${spoken(timing.seconds)} · ${Math.round(timing.share * 100)}% of the story`;
}

function belongs({ beat }: BeatStanding, { section, step }: Part): boolean {
  if (step !== undefined) return beat.step === step;
  return section.role === beat.section || section.covers.includes(beat.section);
}
