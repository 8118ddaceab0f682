import { announcementsIn, movedAnnouncement, type Announcement } from './announce.js';
import type { PartIdentifiers } from './identifiers/parts.js';
import { Divided } from './divided.js';
import { Kept, type Placed } from './kept.js';
import type { LanguageCounts } from './language.js';
import { movedBlock, type Block } from './block.js';
import { movedSentence } from './moved.js';
import { movedBy } from './ranges.js';
import type { FrontMatter, Range, Sentence, StepKind } from './types.js';

/** A passage of Markdown, read. */
export interface Passage {
  readonly blocks: readonly Block[];
  readonly comments: readonly Range[];
  readonly known: KnownPassage;
}

/** What was made of a passage, wherever it stands. */
export interface KnownPassage {
  readonly blocks: readonly KnownBlock[];
  /** What in it may identify somebody, from its beginning; undefined until that is asked. */
  identifiers?: PartIdentifiers;
}

/** A stretch of prose between two labels, read. */
export interface Stretch {
  readonly sentences: readonly Sentence[];
  readonly words: number;
  readonly language: LanguageCounts;
}

/** A stretch and what it was read from: two places in its block, and what holds there. */
interface PlacedStretch {
  readonly from: number;
  readonly to: number;
  readonly step: StepKind | undefined;
  readonly bullet: boolean;
  at: number;
  stretch: Stretch;
}

/** What was made of a block, for as long as the same is written in it. */
export class KnownBlock {
  #announced: { at: number; announcements: readonly Announcement[] } | undefined;
  readonly #stretches: PlacedStretch[] = [];

  /** @param prose the block's, holding on to no other text */
  constructor(readonly prose: string) {}

  /** What the block announces, where it stands now. */
  announcementsOf(block: Block): readonly Announcement[] {
    const { start } = block;
    const known = (this.#announced ??= { at: start, announcements: announcementsIn({ ...block, prose: this.prose }) });
    if (known.at !== start && known.announcements.length > 0) known.announcements = known.announcements.map((each) => movedAnnouncement(each, start - known.at));
    known.at = start;
    return known.announcements;
  }

  /** A stretch of the block where it stands now; `read` reads it the first time. */
  stretch(block: Block, { start, end }: Range, step: StepKind | undefined, bullet: boolean, read: (block: Block) => Stretch): Stretch {
    const from = start - block.start;
    const to = end - block.start;
    for (const known of this.#stretches) {
      if (known.from !== from || known.to !== to || known.step !== step || known.bullet !== bullet) continue;
      if (known.at !== start) known.stretch = movedStretch(known.stretch, start - known.at);
      known.at = start;
      return known.stretch;
    }
    const stretch = read({ ...block, prose: this.prose });
    this.#stretches.push({ from, to, step, bullet, at: start, stretch });
    return stretch;
  }

  /** How many parts are kept: itself and its stretches. */
  get size(): number {
    return 1 + this.#stretches.length;
  }
}

/** What the last reading of one text made of its parts, so that the next reads only what has changed. It never changes what is read. */
export class StoryMemory {
  readonly frontMatter = new Kept<FrontMatter>((read) => read);
  readonly passages = new Kept<Passage>(movedPassage);
  readonly divided = new Divided<Placed<Passage>>();
  /** Blocks of a text that is not read by passages, by all that is written in them. */
  readonly blocks = new Kept<KnownBlock>((known) => known);

  /** Begins a reading: what the one before it did not need is dropped. */
  begin(): void {
    this.divided.begin();
    for (const kept of [this.frontMatter, this.passages, this.blocks]) kept.begin();
  }

  /** How many parts of a text are kept. */
  get size(): number {
    let size = this.frontMatter.size + this.passages.size;
    for (const { known } of this.passages.values()) for (const block of known.blocks) size += block.size;
    for (const block of this.blocks.values()) size += block.size;
    return size;
  }
}

function movedPassage({ blocks, comments, known }: Passage, by: number): Passage {
  return { blocks: blocks.map((block) => movedBlock(block, by)), comments: comments.length === 0 ? comments : comments.map((range) => movedBy(range, by)), known };
}

function movedStretch({ sentences, words, language }: Stretch, by: number): Stretch {
  return { sentences: sentences.map((sentence) => movedSentence(sentence, by)), words, language };
}
