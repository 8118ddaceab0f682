import { ROLE_NAMES } from '../review/fixes/label.js';
import type { Edit } from '../review/types.js';
import { sameSection, sameTelling } from '../story/alike.js';
import { parseStory } from '../story/index.js';
import { isBlankLine, lineAfter } from '../story/lineHead.js';
import { lineEndOf } from '../story/lines.js';
import { extentsIn } from '../story/told.js';
import type { Range, Section, Story } from '../story/types.js';
import { applied } from './apply.js';
import type { Refactor } from './types.js';

/** "Extract a framing": a second telling that begins with a copy of the sections at the cursor or in the selection. */
export const extractFraming: Refactor = ({ review: { story }, range }) => {
  const labelled = story.tellings[0].sections.filter(({ label }) => label !== undefined);
  const extentOf = extentsIn(story);
  const sections = labelled.filter((section) => isIn(extentOf(section), range));
  // Sections that share a line cannot be copied one without the other.
  if (sections.some((section, index) => index > 0 && extentOf(section).start < extentOf(sections[index - 1]!).end)) return [];
  // A framing of everything would leave nothing to take over from the first telling.
  if (sections.length === 0 || (sections.length === labelled.length && labelled.length > 1)) return [];
  const edit = framingEdit(story, sections);
  if (!edit || !isFraming(story, sections, parseStory(applied(story.text, [edit])))) return [];
  return [{ title: `Extract a framing from the ${sections.map(({ role }) => ROLE_NAMES[role]).join(' and ')}`, kind: 'extract', edits: [edit] }];
};

function isIn(extent: Range, range: Range): boolean {
  return range.start === range.end ? extent.start <= range.start && range.start <= extent.end : extent.start < range.end && extent.end > range.start;
}

/** The framing after the last telling, one level above its sections; undefined where headings cannot go so deep. */
function framingEdit(story: Story, sections: readonly Section[]): Edit | undefined {
  const { text, eol, tellings } = story;
  const extentOf = extentsIn(story);
  const ends = tellings.flatMap(({ label, sections: told }) => [label ? lineEndOf(text, label.end) : 0, ...told.slice(-1).map((section) => extentOf(section).end)]);
  const at = ends.reduce((last, end) => Math.max(last, end));
  const depth = tellings[0].sections.reduce((least, { label }) => (label?.style === 'heading' ? Math.min(least, label.depth) : least), 6);
  const copies = sections.map((section) => lowered(story, section, extentOf(section)));
  if (copies.includes(undefined)) return undefined;
  const next = lineAfter(text, at);
  const gap = next && !isBlankLine(text.slice(next.start, next.end)) ? eol : '';
  const heading = `${'#'.repeat(depth < 6 ? depth : 2)} Framing: [what it shows]`;
  return { start: at, end: at, newText: `${eol}${eol}${[heading, ...copies].join(eol + eol)}${gap}` };
}

/** A section's text with its headings one level down; undefined where one is as deep as can be. */
function lowered(story: Story, { label }: Section, { start, end }: Range): string | undefined {
  let text = story.text.slice(start, end);
  // An underlined heading has no deeper form.
  if (label?.style === 'heading' && story.text[label.start] !== '#') text = text.replace(story.text.slice(label.start, label.end), `${'#'.repeat(label.depth)} ${label.text.replace(/[&<]/g, (mark) => (mark === '&' ? '&amp;' : '&lt;'))}`);
  let fenced = false;
  const lines = text.split(/(\r\n|\n|\r)/).map((line) => {
    if (/^[ \t>]*(?:```|~~~)/.test(line)) fenced = !fenced;
    return fenced ? line : line.replace(/^([ \t>]*)(#{1,6})(?=[ \t]|$)/, '$1$2#');
  });
  return lines.some((line) => /^[ \t>]*#{7}/.test(line)) ? undefined : lines.join('');
}

/** The first telling as it was, and a last one with these sections. */
function isFraming(story: Story, sections: readonly Section[], after: Story): boolean {
  const told = after.tellings.at(-1)!.sections;
  const kept = story.tellings.every((telling, index) => sameTelling(telling, after.tellings[index]!));
  return kept && after.tellings.length === story.tellings.length + 1 && after.asides.length === story.asides.length && told.length === sections.length && told.every((section, index) => sameSection(section, sections[index]!));
}
