import { toldSections } from '../review/hear.js';
import type { BeatReview, Evidence, TellingReview } from '../review/types.js';
import type { Rubric } from '../rubric/index.js';
import { TokenClass, type Range, type Role, type Sentence, type Token } from '../story/types.js';
import { contentWords } from './contentWords.js';
import type { Likeness } from './likeness.js';
import { partsOf, partsWithWord } from './parts.js';
import type { Room } from './room.js';
import type { Portion } from './timeline.js';
import type { SaidBeat } from './types.js';

/** Evidence that is so much less sure than the surest of its beat is not what the beat rests on. */
const NEARLY_AS_SURE = 0.75;

/** So few of a sentence's words, where nothing else of the story was said, may be what is left of it in other words. */
const MAYBE_SAID = 0.2;

/** The beats of a telling by what a transcript does with them, in each first what is asked for. */
export interface BeatsSaid {
  readonly heard: readonly SaidBeat[];
  readonly unsure: readonly SaidBeat[];
  readonly missed: readonly SaidBeat[];
}

/** What a transcript is compared with. */
export interface Compared {
  readonly likeness: Likeness;
  readonly room: Room;
  readonly portions: readonly Portion[];
}

/**
 * The beats of a telling that a transcript says, those it does not, and those nobody can tell who knows only the words. One was said where a sentence
 * that says it in the story was said, or where it is heard in the transcript, unless that tells another part of the story. It was
 * left out only where nothing was said in its place.
 */
export function beatsSaid(told: TellingReview, said: TellingReview, { likeness, room, portions }: Compared, rubric: Rubric): BeatsSaid {
  const [heard, unsure, missed]: [SaidBeat[], SaidBeat[], SaidBeat[]] = [[], [], []];
  const retold = retoldIn(told, likeness);
  const elsewhere = retellsElsewhere(retold, portions);
  const roles = new Map(toldSections(told.telling).flatMap(({ role, sentences }) => sentences.map((sentence) => [sentence, role] as const)));
  const byNeed = [...told.beats].sort((a, b) => Number(b.required) - Number(a.required));
  for (const beat of byNeed) {
    if (!beat.present || !beat.concerns) continue;
    const named = { id: beat.id, title: rubric.beat(beat.id)?.title ?? beat.id };
    const own = ownEvidence(beat, rubric.beat(beat.id)?.section, roles);
    const anew = said.beats.find(({ id }) => id === beat.id);
    const where = inOtherWords(own, likeness, retold) ?? heardAnew(beat, own, anew, elsewhere);
    if (where) heard.push({ ...named, range: rangeOf(where) });
    else (anew?.evidence.length || own.some((each) => maybeSaid(each, likeness, room)) ? unsure : missed).push({ ...named, range: rangeOf(surest(own).sentence) });
  }
  return { heard, unsure, missed };
}

/** For each sentence of a transcript that retells some of the story, the sentences it retells. */
type Retold = ReadonlyMap<Sentence, readonly Sentence[]>;
type Elsewhere = (sentence: Sentence, beat: BeatReview, own: readonly Evidence[]) => boolean;

/** Tells whether a sentence of the transcript retells what is no evidence in the story, or belongs to a part of it that has none. */
function retellsElsewhere(retold: Retold, portions: readonly Portion[]): Elsewhere {
  const partsWith = partsWithWord(portions);
  return (sentence, { evidence }, own) => {
    const written = retold.get(sentence);
    if (written) return !evidence.some((each) => written.includes(each.sentence));
    const parts = partsOf(sentence, partsWith, portions.length);
    return parts.length > 0 && !own.some((each) => parts.some((part) => portions[part]!.sentences.includes(each.sentence)));
  };
}

function retoldIn({ telling }: TellingReview, likeness: Likeness): Retold {
  const retold = new Map<Sentence, Sentence[]>();
  for (const written of toldSections(telling).flatMap(({ sentences }) => sentences)) {
    const where = likeness.whereSaid(written.tokens);
    if (where) retold.set(where, [...(retold.get(where) ?? []), written]);
  }
  return retold;
}

/** The surest evidence, in the beat's own part of the story where it is there: in another it may be heard by the way. */
function ownEvidence({ evidence }: BeatReview, section: Role | undefined, roles: ReadonlyMap<Sentence, Role>): readonly Evidence[] {
  const own = evidence.filter(({ sentence }) => roles.get(sentence) === section);
  const chosen = own.length > 0 ? own : evidence;
  return chosen.filter(({ certainty }) => certainty >= NEARLY_AS_SURE * surest(chosen).certainty);
}

/** Where the surest evidence was said, or its clause that counts, unless that place says another sentence of the story. */
function inOtherWords(evidence: readonly Evidence[], likeness: Likeness, retold: Retold): Sentence | undefined {
  const bySureness = [...evidence].sort((a, b) => b.certainty - a.certainty);
  for (const heard of bySureness) {
    const place = likeness.whereSaid(heard.sentence.tokens);
    if (place) return place;
    const near = likeness.whereSaid(countedClause(heard));
    if (near && !retold.has(near)) return near;
  }
  return undefined;
}

/** Whether evidence may have been told in words that are not the story's. */
function maybeSaid({ sentence }: Evidence, likeness: Likeness, room: Room): boolean {
  const near = likeness.whereSaid(sentence.tokens, MAYBE_SAID);
  return room.for(sentence) || (near !== undefined && !room.isTaken(near));
}

/** The words that counted, to the end of their clause. */
function countedClause({ sentence: { tokens }, range }: Evidence): readonly Token[] {
  const from = tokens.findIndex(({ start }) => start >= range.start);
  const to = tokens.findIndex(({ end, classes }) => end > range.end && (classes & TokenClass.clause) !== 0);
  return tokens.slice(Math.max(0, from), to < 0 ? tokens.length : to);
}

/** One strong sentence is enough, and so are two weak ones, as in a review. */
function heardAnew(beat: BeatReview, own: readonly Evidence[], found: BeatReview | undefined, elsewhere: Elsewhere): Sentence | undefined {
  const left = (found?.present ? found.evidence : []).filter(({ sentence }) => contentWords(sentence.tokens).length > 0 && !elsewhere(sentence, beat, own));
  return left.length >= 2 || left.some(({ strength }) => strength === 'strong') ? surest(left).sentence : undefined;
}

function surest(evidence: readonly Evidence[]): Evidence {
  return evidence.reduce((a, b) => (b.certainty > a.certainty ? b : a));
}

function rangeOf({ start, end }: Range): Range {
  return { start, end };
}
