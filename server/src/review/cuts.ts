import { TokenClass, type Section, type Sentence, type Telling } from '../story/types.js';
import type { Rubric } from '../rubric/index.js';
import { firstAct, ownActs } from './roles.js';
import { secondsFor } from './timing.js';
import type { BeatReview, Evidence, Timing } from './types.js';

/** Why a story can do without a sentence: it is evidence for no beat, or for such as are heard elsewhere too, or are not asked for. */
export type CutReason = 'no-beat' | 'heard-elsewhere' | 'not-asked';

/** A sentence that a telling can do without. */
export interface Cut {
  readonly sentence: Sentence;
  readonly reason: CutReason;
  /** It comes before the first deed. */
  readonly setup: boolean;
  /** The beats that the reason speaks of. */
  readonly beats: readonly string[];
}

/**
 * The sentences that a telling can do without, first what is missed least. All of them can go together: every beat that is
 * asked for is still heard as surely, and every part keeps a sentence. Only where no label says which part a sentence
 * plays may those that are left come to be heard otherwise.
 * @param beats those of all tellings in which the sentences are told
 */
export function rankCuts(telling: Telling, beats: readonly BeatReview[], rubric: Rubric): Cut[] {
  const evidence = new EvidenceLeft(beats, askedFor(beats, rubric));
  const left = partSizes(telling.sections);
  const ranked = candidates(telling).map((candidate) => ({ ...candidate, beats: evidence.reasonOf(candidate)?.beats.length ?? 0 }));
  ranked.sort((a, b) => lossOf(a) - lossOf(b) || b.sentence.words - a.sentence.words || b.sentence.start - a.sentence.start);
  return ranked.flatMap((candidate): Cut[] => {
    const { sentence, part, setup } = candidate;
    const found = evidence.reasonOf(candidate);
    const inPart = left.get(part)!;
    if (found === undefined || inPart === 1) return [];
    left.set(part, inPart - 1);
    evidence.without(sentence);
    return [{ sentence, setup, ...found }];
  });
}

/** The first of the ranked cuts, as many as bring a telling to a length in seconds; all when they do not suffice. */
export function cutsToFit(cuts: readonly Cut[], { words, wordsPerMinute }: Timing, seconds: number): Cut[] {
  let left = words;
  const spared = cuts.findIndex(({ sentence }) => {
    if (secondsFor(left, wordsPerMinute) <= seconds) return true;
    left -= sentence.words;
    return false;
  });
  return cuts.slice(0, spared < 0 ? cuts.length : spared);
}

/** The sentences of cuts, in the order in which they stand. */
export function inOrder(cuts: readonly Cut[]): Sentence[] {
  return cuts.map(({ sentence }) => sentence).sort((a, b) => a.start - b.start);
}

/** The beats that are asked for, and those that can stand in for one of them. */
function askedFor(beats: readonly BeatReview[], rubric: Rubric): ReadonlySet<string> {
  const required = beats.filter((beat) => beat.required).map(({ id }) => id);
  return new Set(required.flatMap((id) => [id, ...(rubric.beat(id)?.gaps.flatMap((gap) => gap.alsoMissing) ?? [])]));
}

/** How much evidence there still is of one beat. */
interface Weight {
  readonly id: string;
  readonly asked: boolean;
  /** The profile or the story's kind speaks of it. */
  readonly matters: boolean;
  readonly left: Record<Sureness, number>;
}

/** How sure evidence is: by a strong cue, as strong as one by what was learned, or weak. */
type Sureness = 'cued' | 'strong' | 'weak';

function surenessOf({ strength, certainty }: Evidence): Sureness {
  return strength === 'strong' && certainty === 1 ? 'cued' : strength;
}

/** True when a beat would be heard less surely without one of its sentences. */
function restsOn({ left }: Weight, sureness: Sureness): boolean {
  if (sureness === 'cued') return left.cued < 2;
  return sureness === 'strong' ? left.cued + left.strong < 2 : left.cued + left.strong === 0 && left.weak < 3;
}

/** Which sentence each beat rests on while sentences go. */
class EvidenceLeft {
  readonly #carried = new Map<Sentence, { readonly weight: Weight; readonly sureness: Sureness }[]>();

  constructor(beats: readonly BeatReview[], asked: ReadonlySet<string>) {
    for (const { id, present, concerns, evidence } of beats) {
      if (!present) continue;
      const weight: Weight = { id, asked: asked.has(id), matters: concerns || asked.has(id), left: { cued: 0, strong: 0, weak: 0 } };
      for (const heard of evidence) {
        const sureness = surenessOf(heard);
        weight.left[sureness]++;
        this.#carried.set(heard.sentence, [...(this.#carried.get(heard.sentence) ?? []), { weight, sureness }]);
      }
    }
  }

  /** Why a sentence can go now; undefined when a beat that is asked for rests on it. */
  reasonOf({ sentence, kind, setup }: Candidate): { reason: CutReason; beats: string[] } | undefined {
    // Mere setup is judged by what this story is about; a deed or a figure may say more than was asked.
    const carried = (this.#carried.get(sentence) ?? []).filter(({ weight }) => weight.matters || kind !== 'setup');
    // Why it failed is seldom asked for, and is what the Action is told for; in the setup much sounds like a failure.
    if (carried.some(({ weight, sureness }) => (weight.asked || (weight.matters && !setup)) && restsOn(weight, sureness))) return undefined;
    const ids = (all: typeof carried): string[] => [...new Set(all.map(({ weight }) => weight.id))];
    if (carried.length === 0) return { reason: 'no-beat', beats: [] };
    if (carried.some(({ weight }) => weight.asked)) return { reason: 'heard-elsewhere', beats: ids(carried.filter(({ weight }) => weight.asked)) };
    return { reason: 'not-asked', beats: ids(carried) };
  }

  without(sentence: Sentence): void {
    for (const { weight, sureness } of this.#carried.get(sentence) ?? []) weight.left[sureness]--;
  }
}

interface Candidate {
  readonly sentence: Sentence;
  /** The section, or the sub-step in it, that must not be left empty. */
  readonly part: string;
  readonly setup: boolean;
  readonly kind: Kind;
  /** It is the first of its section. */
  readonly opens: boolean;
}

/** What a sentence does for the story, the least first; a figure or a deed tells. */
const KINDS = ['setup', 'telling setup', 'comment', 'deed', 'ending'] as const;
type Kind = (typeof KINDS)[number];

/** What is lost with a sentence: beats that are heard elsewhere, or not asked for, weigh more than what kind of sentence it is. */
function lossOf({ kind, opens, beats }: Candidate & { beats: number }): number {
  return KINDS.indexOf(kind) + (opens ? 0.5 : 0) + (beats > 0 ? 2.25 + Math.min(beats, 4) / 20 : 0);
}

/** Every sentence of a telling's own but its first, the last one where no label says how it ends, and those with a slot to fill in. */
function candidates({ sections }: Telling): Candidate[] {
  const sentences = sections.flatMap((section) => section.sentences);
  const acting = sentences[firstAct(sentences)];
  const kept = [sentences[0], sections.every(({ role }) => role === 'body') ? sentences.at(-1) : undefined];
  let acted = false;
  return sections.flatMap((section, nth) =>
    section.sentences.flatMap((sentence, index): Candidate[] => {
      acted ||= sentence === acting;
      if (kept.includes(sentence) || sentence.slots.length > 0) return [];
      const setup = section.role === 'situation' || section.role === 'task' || (section.role === 'body' && !acted);
      return [{ sentence, part: partOf(nth, sentence), setup, kind: kindOf(section, sentence, setup), opens: index === 0 }];
    }),
  );
}

function kindOf(section: Section, sentence: Sentence, setup: boolean): Kind {
  if (section.role === 'result' || section.role === 'learning') return 'ending';
  const tells = ownActs(sentence) > 0 || sentence.tokens.some((token) => token.classes & TokenClass.figure);
  return setup ? (tells ? 'telling setup' : 'setup') : tells ? 'deed' : 'comment';
}

function partSizes(sections: readonly Section[]): Map<string, number> {
  const sizes = new Map<string, number>();
  sections.forEach((section, nth) => {
    for (const sentence of section.sentences) sizes.set(partOf(nth, sentence), (sizes.get(partOf(nth, sentence)) ?? 0) + 1);
  });
  return sizes;
}

function partOf(section: number, sentence: Sentence): string {
  return `${section} ${sentence.step ?? ''}`;
}
