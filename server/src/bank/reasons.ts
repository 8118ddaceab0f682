import type { Rubric } from '../rubric/index.js';
import type { Wording } from '../rubric/types.js';
import type { Entry, Part } from './evidence.js';

/** What speaks for a story as the answer to a question. */
export interface Grounds {
  readonly entry: Entry;
  readonly parts: readonly (Part & { readonly wording: Wording })[];
  /** Words of the question that the story uses too. */
  readonly shared: readonly string[];
  /** Words of the question with one of the same family that the story uses. */
  readonly akin: readonly string[];
  /** It names the question in its front matter. */
  readonly named: boolean;
  /** It does not fit, and nothing else does. */
  readonly onlyNearest: boolean;
}

const MOST_REASONS = 4;
const MOST_WORDS = 5;
const MOST_AKIN = 2;
/** Weaker than this is no reason. */
const LEAST_STRENGTH = 0.12;

/** Why a story answers a question, in plain words, the strongest first; that it is a draft comes last. */
export function reasonsFor({ entry, parts, shared, akin, named, onlyNearest }: Grounds, rubric: Rubric): string[] {
  const draft = entry.story.status === 'draft' ? ['still a draft'] : [];
  const strongest = [...parts].filter(({ strength }) => strength >= LEAST_STRENGTH).sort((a, b) => b.strength - a.strength);
  const different = strongest.filter((part, index) => strongest.findIndex((other) => keyOf(other) === keyOf(part)) === index);
  const said = [...(onlyNearest ? ['nearest, though it does not answer the question'] : []), ...(named ? ['names this question'] : []), ...different.map((part) => reasonOf(part, entry, rubric))];
  const words = shared.length > 0 ? [`shares: ${shared.slice(0, MOST_WORDS).join(', ')}`] : akin.length > 0 ? [`similar words: ${akin.slice(0, MOST_AKIN).join(', ')}`] : [];
  const kept = said.slice(0, MOST_REASONS - draft.length - words.length);
  return [...kept, ...words, ...draft];
}

/** Parts that say the same of the story, whatever they answer. */
function keyOf({ from, what, wording }: Part & { readonly wording: Wording }): string {
  return `${from} ${from === 'words' || from === 'framing' ? wording.id : what.join(' ')}`;
}

function reasonOf({ from, what, wording }: Part & { readonly wording: Wording }, { telling }: Entry, rubric: Rubric): string {
  const shape = (): string => rubric.shape(what[0]!)?.title ?? what[0]!;
  switch (from) {
    case 'shape':
      return `marked “${shape()}”: ${wording.title}`;
    case 'recognised':
      return `reads like “${shape()}”: ${wording.title}`;
    case 'leaning':
      return `in part like “${shape()}”: ${wording.title}`;
    case 'signal':
      return `marked for “${rubric.data.signals.find(({ id }) => id === what[0])?.title ?? what[0]}”`;
    case 'beat':
      return `has: ${what.slice(0, MOST_WORDS).map((id) => rubric.beat(id)?.title.toLowerCase() ?? id).join(', ')}`;
    case 'words':
      return `${wording.title}: speaks of ${what.slice(0, MOST_WORDS).join(', ')}`;
    case 'framing':
      return `the framing “${telling.title ?? ''}”: ${wording.title}`;
  }
}
