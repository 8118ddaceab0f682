import { lineEndOf, lineStartOf } from './lines.js';
import type { Aside, Label, Range, Section, StepKind, Story, Telling } from './types.js';

/** A label of a telling: of a section, of a part that goes on with it, or of a sub-step. */
export interface ToldLabel {
  readonly label: Label;
  readonly section: Section;
  /** Set for a sub-step inside its section. */
  readonly step: StepKind | undefined;
}

/** Every label of a telling, in text order. */
export function labelsIn(telling: Telling): ToldLabel[] {
  return telling.sections.flatMap((section) => {
    const own = [...(section.label ? [section.label] : []), ...section.continued].map((label) => ({ label, section, step: undefined }));
    const steps = section.steps.filter(({ label }) => label !== section.label).map(({ label, kind }) => ({ label, section, step: kind }));
    return [...own, ...steps].sort((a, b) => a.label.start - b.label.start);
  });
}

/** The telling around an offset: the framing it stands in, else the file's own. */
export function tellingAt(story: Story, offset: number): Telling {
  const [main, ...framings] = story.tellings;
  return framings.find(({ range }) => offset >= lineStartOf(story.text, range.start) && offset <= lineEndOf(story.text, range.end)) ?? main;
}

/** What is kept beside a telling: for a framing its cues, for the file's own telling all the rest. */
export function asidesOf(story: Story, telling: Telling): readonly Aside[] {
  const nth = story.tellings.indexOf(telling);
  return story.asides.filter((aside) => aside.telling === nth);
}

/**
 * Gives a section with all that stands in it, code and comments too: from the first line that is its own
 * to the last before the next section, framing or aside. Whole lines, without blank ones at its end.
 */
export function extentsIn(story: Story): (section: Section) => Range {
  const { text } = story;
  const starts = [...story.tellings.flatMap(({ label, sections }) => [...(label ? [label.start] : []), ...sections.map(({ whole }) => whole.start)]), ...story.asides.map((aside) => aside.start)].sort((a, b) => a - b);
  const next = new Map(starts.map((start, index) => [start, starts[index + 1]]));
  return ({ whole }) => {
    const start = ownLineOf(text, whole.start);
    const after = next.get(whole.start);
    return { start, end: Math.max(lineEndOf(text, start), lastLineBefore(text, after === undefined ? text.length : ownLineOf(text, after))) };
  };
}

/** The end of the last line before an offset that holds more than quote marks. */
function lastLineBefore(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && /[\s>]/.test(text[at - 1]!)) at--;
  return at === offset ? at : lineEndOf(text, at);
}

/** The start of the line around an offset, or of the suppressions directly above it, which speak of it. */
function ownLineOf(text: string, offset: number): number {
  let own = lineStartOf(text, offset);
  for (let above = lineAbove(text, own); above && /^[ \t>]*(?:<!--[ \t]*star-disable-next-line.*-->[ \t]*)?$/.test(text.slice(above.start, above.end)); above = lineAbove(text, above.start)) {
    if (text.slice(above.start, above.end).includes('<!--')) own = above.start;
  }
  return own;
}

/** The line before the one that starts here. */
function lineAbove(text: string, lineStart: number): Range | undefined {
  if (lineStart === 0) return undefined;
  const end = lineStart - (text.startsWith('\r\n', lineStart - 2) ? 2 : 1);
  return { start: lineStartOf(text, end), end };
}
