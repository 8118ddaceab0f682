import { movedAnnouncement, type Announcement } from './announce.js';
import { Kept } from './kept.js';
import { movedBlock, type Block } from './markdown.js';
import { movedBy } from './ranges.js';
import { movedTokens } from './said.js';
import type { FrontMatter, Range, Sentence } from './types.js';

/** A passage of Markdown, read. */
export interface Passage {
  readonly blocks: readonly Block[];
  readonly comments: readonly Range[];
}

/** What a block announces, its prose, and a number that only blocks with the same text have. */
export interface Announced {
  readonly id: number;
  readonly prose: string;
  readonly announcements: readonly Announcement[];
}

/** A stretch of prose between two labels, read. */
export interface Stretch {
  readonly sentences: readonly Sentence[];
  readonly words: number;
}

/** What the last reading of one text made of its parts, so that the next reads only what has changed. It never changes what is read. */
export class StoryMemory {
  readonly frontMatter = new Kept<FrontMatter>((read) => read);
  readonly passages = new Kept<Passage>((passage, by) => ({ blocks: passage.blocks.map((block) => movedBlock(block, by)), comments: passage.comments.map((range) => movedBy(range, by)) }));
  readonly blocks = new Kept<Announced>((block, by) => ({ ...block, announcements: block.announcements.map((each) => movedAnnouncement(each, by)) }));
  readonly stretches = new Kept<Stretch>(({ sentences, words }, by) => ({ sentences: sentences.map((sentence) => movedSentence(sentence, by)), words }));
  #ids = 0;

  /** Begins a reading: what the one before it did not need is dropped. */
  begin(): void {
    for (const kept of [this.frontMatter, this.passages, this.blocks, this.stretches]) kept.begin();
  }

  /** A number that no block has had. */
  nextId(): number {
    return this.#ids++;
  }

  /** How many parts of a text are kept. */
  get size(): number {
    return this.frontMatter.size + this.passages.size + this.blocks.size + this.stretches.size;
  }
}

function movedSentence(sentence: Sentence, by: number): Sentence {
  const { start, end, tokens, words, step, bullet, slots } = sentence;
  return { start: start + by, end: end + by, tokens: movedTokens(tokens, by), words, step, bullet, slots: slots.map((slot) => movedBy(slot, by)) };
}
