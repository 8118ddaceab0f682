import { isTooLarge } from './bounds.js';
import { readFrontMatter } from './front-matter.js';
import { rememberParts } from './identifiers/parts.js';
import { isEnglish } from './language.js';
import { lineEndingOf } from './lines.js';
import type { Block } from './block.js';
import { proseWithEntities } from './entities.js';
import { readMarkdown } from './markdown.js';
import type { StoryMemory } from './memory.js';
import { readSections, type Sections } from './sections.js';
import { readSuppressions } from './suppressions.js';
import type { FrontMatter, Located, Range, Story } from './types.js';

/**
 * Reads a story from Markdown. Never throws: whatever the text is, it is read as far as it goes and
 * problems are part of the result. All ranges are UTF-16 offsets into `text`. What `memory` knows of an earlier text is not read
 * again; the story is the same with it and without.
 */
export function parseStory(text: string, memory?: StoryMemory): Story {
  memory?.begin();
  if (text.includes('\0')) return nothing(text, 'binary');
  if (isTooLarge(text)) return nothing(text, 'too-large');
  const markdown = readMarkdown(text, memory);
  const frontMatter = markdown.yaml && frontMatterAt(markdown.yaml, text, memory);
  const sections = readSections(markdown.blocks, markdown.known);
  const story: Story = {
    text,
    frontMatter,
    title: titleOf(frontMatter, sections.heading, markdown.blocks),
    tellings: sections.tellings,
    asides: sections.asides,
    suppressions: readSuppressions(text, markdown.comments, markdown.blocks),
    comments: markdown.comments,
    fences: markdown.blocks.filter(({ kind }) => kind === 'fence').map(({ start, end }) => ({ start, end })),
    eol: lineEndingOf(text),
    notAStory: judge(text, sections, frontMatter),
    english: isEnglish(sections.language),
  };
  if (markdown.passages) rememberParts(story, markdown.passages);
  return story;
}

function frontMatterAt(range: Range, text: string, memory: StoryMemory | undefined): FrontMatter {
  if (!memory) return readFrontMatter(text, range);
  return memory.frontMatter.recall(text.slice(0, range.end), 0, (own) => readFrontMatter(own, range));
}

function nothing(text: string, notAStory: Story['notAStory']): Story {
  const telling = { title: undefined, label: undefined, range: { start: 0, end: 0 }, sections: [], inherited: [] };
  return { text, frontMatter: undefined, title: undefined, tellings: [telling], asides: [], suppressions: [], comments: [], fences: [], eol: lineEndingOf(text), notAStory, english: true };
}

/** The front matter's title, else the first heading that is no label. */
function titleOf(frontMatter: FrontMatter | undefined, heading: Range | undefined, blocks: readonly Block[]): Located<string> | undefined {
  const block = heading && blocks.find((candidate) => candidate.start === heading.start);
  const written = block && { value: proseWithEntities(block, block).trim().replace(/\s+/g, ' '), start: block.start, end: block.end };
  if (frontMatter?.title !== undefined) return { value: frontMatter.title, start: written?.start ?? frontMatter.start, end: written?.end ?? frontMatter.start };
  return written;
}

function judge(text: string, sections: Sections, frontMatter: FrontMatter | undefined): Story['notAStory'] {
  if (text.trim() === '' || text.trim() === '\ufeff') return 'empty';
  const [main] = sections.tellings;
  if (frontMatter?.star || main.sections.some((section) => section.label)) return undefined;
  const words = main.sections.reduce((sum, section) => sum + section.words, 0);
  return words < 20 ? 'no-prose' : undefined;
}
