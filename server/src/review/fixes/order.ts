import { extentsIn } from '../../story/told.js';
import type { Range, Section, Story, Telling } from '../../story/types.js';
import type { Edit } from '../types.js';
import { placeInOrder } from './label.js';

/** A section's lines, and its number in the list or the headings that it belongs to. */
interface Block extends Range {
  readonly section: Section;
  readonly text: string;
  readonly number: string | undefined;
}

/** The number before a label: of a list item or of a heading. */
const NUMBER = /^([ \t>]*(?:#{1,6}[ \t]+)?(?:\*\*|__)?)(\d{1,3})(?=[.)])/;

/**
 * The edits that put a telling's sections into the order in which they are told. Each moves whole; numbers
 * stay in place. None where they are in order, where one is told twice, or where they cannot be told apart line by line.
 */
export function orderEdits(story: Story, telling: Telling): readonly Edit[] {
  const sections = telling.sections.filter(({ label }) => label !== undefined);
  if (isTwice(sections) || hasLooseText(telling)) return [];
  const extentOf = extentsIn(story);
  const blocks = sections.map((section) => blockOf(story, section, extentOf(section)));
  if (!areApart(blocks)) return [];
  const sorted = [...blocks].sort((a, b) => placeInOrder(a.section.role) - placeInOrder(b.section.role));
  return blocks.flatMap(({ start, end, text, number }, index) => {
    const moved = sorted[index]!;
    const newText = number !== undefined && moved.number !== undefined ? moved.text.replace(NUMBER, `$1${number}`) : moved.text;
    return newText === text ? [] : [{ start, end, newText }];
  });
}

function blockOf(story: Story, section: Section, range: Range): Block {
  const text = story.text.slice(range.start, range.end);
  return { ...range, section, text, number: NUMBER.exec(text)?.[2] };
}

function isTwice(sections: readonly Section[]): boolean {
  const roles = sections.filter(({ covers }) => covers.length > 0).map(({ role }) => role);
  return new Set(roles).size < roles.length;
}

function areApart(blocks: readonly Block[]): boolean {
  return blocks.every(({ start }, index) => index === 0 || start > blocks[index - 1]!.end);
}

/** Text under no label after the first one belongs to the place where it stands. */
function hasLooseText({ sections }: Telling): boolean {
  const first = sections.findIndex(({ label }) => label !== undefined);
  return sections.some(({ label }, index) => label === undefined && index > first);
}
