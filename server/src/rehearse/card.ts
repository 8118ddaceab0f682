import { toldSections } from '../review/hear.js';
import type { Review, TellingReview } from '../review/types.js';
import type { Rubric } from '../rubric/index.js';
import { itemsIn } from '../story/asideItems.js';
import type { AsideKind, Section, Story } from '../story/types.js';
import { visibleIn, visibleText } from '../story/visible.js';
import { cuesOf } from './cues.js';
import { figuresOf } from './figure.js';
import { landingOf } from './landing.js';
import type { CueCard, MissingPart } from './types.js';

/** What is needed to tell a story without reading it, in its own words; what it does not say is left out and named under `missing`. */
export function cueCard(review: Review, told: TellingReview, rubric: Rubric): CueCard {
  const { story, profile } = review;
  const sections = toldSections(told.telling);
  const cues = cuesOf(review, told, rubric);
  const opener = openerOf(story, sections);
  const [figure] = figuresOf(review, told);
  const landing = landingOf(story, told);
  const lacks: Readonly<Record<MissingPart, boolean>> = {
    opener: opener === undefined,
    action: !sections.some(({ role, covers }) => role === 'action' || role === 'body' || covers.includes('action')),
    cues: cues.length === 0,
    figure: figure === undefined,
    landing: landing === undefined,
  };
  return {
    title: story.title?.value ?? '',
    framing: told.telling.title,
    opener,
    cues,
    figure,
    landing,
    doNotClaim: noted(story, 'do-not-claim'),
    followUps: noted(story, 'follow-ups'),
    missing: (Object.keys(lacks) as MissingPart[]).filter((part) => lacks[part]),
    seconds: told.timing.seconds,
    target: profile.limits.targetSeconds,
  };
}

/** A card for each telling of a story, its own first. */
export function cueCards(review: Review, rubric: Rubric): CueCard[] {
  return review.tellings.map((told) => cueCard(review, told, rubric));
}

/** A sentence with a slot to fill in is not yet the one to begin with. */
function openerOf(story: Story, sections: readonly Section[]): string | undefined {
  const first = sections.find(({ sentences }) => sentences.length > 0)?.sentences[0];
  return first && first.slots.length === 0 ? visibleIn(story, first) : undefined;
}

type Noted = Partial<Record<AsideKind, readonly string[]>>;
const read = new WeakMap<Story, Noted>();

/** What is noted beside the story holds for each of its framings, and is read once. */
function noted(story: Story, kind: AsideKind): readonly string[] {
  const known = read.get(story)?.[kind];
  if (known) return known;
  const items = itemsIn(story, kind).map(visibleText).filter((item) => item !== '');
  read.set(story, { ...read.get(story), [kind]: items });
  return items;
}
