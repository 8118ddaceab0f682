import { movedBy } from './ranges.js';
import type { Range } from './types.js';

/** A leaf block of Markdown that holds words: the unit in which labels and sentences are looked for. */
export interface Block extends Range {
  readonly kind: 'heading' | 'paragraph' | 'fence';
  /** Heading depth 1–6; 0 for other blocks. */
  readonly depth: number;
  /** True for the first paragraph of a list item. */
  readonly bullet: boolean;
  /**
   * The block's source with everything that is not prose blanked: same length, same offsets.
   * Markup, link targets, comments, quote marks and escapes become spaces.
   */
  readonly prose: string;
  /** Bold or emphasised spans. */
  readonly strong: readonly Range[];
  /** Inline code spans, without their back-ticks. */
  readonly code: readonly Range[];
  /** Where there are any. */
  readonly entities?: readonly Entity[];
}

/** An entity (`&amp;`), and what a page shows for it. */
export interface Entity extends Range {
  readonly shows: string;
}

/** The same block so many units further on. */
export function movedBlock(block: Block, by: number): Block {
  const { kind, depth, bullet, start, end, prose, strong, code, entities } = block;
  const moved = { kind, depth, bullet, start: start + by, end: end + by, prose, strong: movedAll(strong, by), code: movedAll(code, by) };
  return entities ? { ...moved, entities: entities.map((entity) => ({ ...movedBy(entity, by), shows: entity.shows })) } : moved;
}

function movedAll(ranges: readonly Range[], by: number): readonly Range[] {
  return ranges.length === 0 ? ranges : ranges.map((range) => movedBy(range, by));
}
