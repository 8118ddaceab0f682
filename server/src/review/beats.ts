import type { CompiledCue, Rubric } from '../rubric/index.js';
import { TokenClass, type Range, type Sentence } from '../story/types.js';
import { featuresOf, marksOf, wordsOf } from './features.js';
import { matchesOf, rangeOf } from './hear.js';
import type { HeardSentence } from './impression.js';
import { earsOf, type Ears } from './hearing.js';
import type { BeatReview, Doubt, Evidence, Saying } from './types.js';

/** What was heard of a beat, before anything is asked of the story. */
export type BeatHeard = Omit<BeatReview, 'required' | 'concerns' | 'missing'>;

/** What was heard of every beat the rubric knows, in the rubric's order. */
export function hearBeats(rubric: Rubric, heard: readonly HeardSentence[]): BeatHeard[] {
  const { beats } = rubric.data;
  const evidence = beats.map((): Evidence[] => []);
  const drafts = beats.map((): Sentence[] => []);
  const near = beats.map(() => 0);
  for (const sentence of heard) {
    for (const { beat, near: comes, heard: found } of sayingsOf(sentence, rubric)) {
      if (comes > near[beat]!) near[beat] = comes;
      if (!found) continue;
      if (sentence.sentence.slots.length > 0) drafts[beat]!.push(sentence.sentence);
      else evidence[beat]!.push(sentence.standing ? new SaidEvidence(found, sentence.sentence) : plainEvidence(found, sentence.sentence));
    }
  }
  return beats.map((beat, index) => {
    const present = suffices(evidence[index]!);
    return { id: beat.id, present, evidence: likeliest(evidence[index]!), drafted: drafts[index]!.length > 0, drafts: drafts[index]!, doubt: doubtAt(near[index]!) };
  });
}

/** What a sentence says of beats; what its words say where they stand is worked out once. */
function sayingsOf(heard: HeardSentence, rubric: Rubric): readonly Saying[] {
  const known = heard.standing?.beats;
  if (known) return known;
  const meant = meantBeats(heard.sentence, rubric);
  const sayings: Saying[] = [];
  listenTo(heard, rubric, (beat, saying) => {
    // What does not come near changes nothing.
    if ((saying.heard || saying.near >= 1) && (!meant || meant.has(rubric.data.beats[beat]!.id))) sayings.push(saying);
  });
  if (heard.standing) heard.standing.beats = sayings;
  return sayings;
}

function plainEvidence({ strength, certainty, match }: NonNullable<Saying['heard']>, sentence: Sentence): Evidence {
  return { strength, certainty, sentence, range: match ? rangeOf(match, sentence) : { start: sentence.start, end: sentence.end } };
}

/** While a story is written, most of the evidence is only counted: where it stands is worked out when that is asked. */
class SaidEvidence implements Evidence {
  constructor(
    readonly said: NonNullable<Saying['heard']>,
    readonly sentence: Sentence,
  ) {}

  get strength(): Evidence['strength'] {
    return this.said.strength;
  }

  get certainty(): number {
    return this.said.certainty;
  }

  get range(): Range {
    return plainEvidence(this.said, this.sentence).range;
  }

  toJSON(): Evidence {
    return plainEvidence(this.said, this.sentence);
  }
}

/** A slot stands for anything, and so a fill-in sentence would be a draft of beats that nobody had in mind. */
function meantBeats({ slots, tokens }: Sentence, rubric: Rubric): ReadonlySet<string> | undefined {
  return slots.length === 0 ? undefined : rubric.drafts.meantBy(tokens.filter(({ classes }) => classes & TokenClass.slot).map(({ word }) => word));
}

/** As likely as not. */
const LIKELY = 0.5;

/** Where one sentence is likely to say it, a faint one beside it is no evidence to show. */
function likeliest(evidence: readonly Evidence[]): readonly Evidence[] {
  const faint = evidence.some(({ certainty }) => certainty < LIKELY);
  const likely = faint ? evidence.filter(({ certainty }) => certainty >= LIKELY) : evidence;
  return likely.length > 0 ? likely : evidence;
}

/** From so many times that probability on, an interviewer may well have heard it. */
const CLOSE = 2;

function doubtAt(near: number): Doubt {
  return near >= CLOSE ? 'strong' : near >= 1 ? 'some' : 'none';
}

/** One strong sentence is enough; so are two weak ones. */
function suffices(evidence: readonly Evidence[]): boolean {
  return evidence.length >= 2 || evidence.some(({ strength }) => strength === 'strong');
}

/** Tells, beat by beat in the rubric's order, the strongest evidence a sentence gives: by a cue written in the rubric, else by what was learned. */
function listenTo(heard: HeardSentence, rubric: Rubric, tell: (beat: number, saying: Saying) => void): void {
  const cued = cuedBeats(heard, rubric);
  const ears = heard.sentence.slots.length > 0 ? undefined : earsOf(rubric);
  const likely = ears && likelyBeats(heard, cueMarks(cued, rubric), ears);
  rubric.data.beats.forEach((_, beat) => {
    const found = cued[beat];
    const learned = found?.strength === 'strong' ? undefined : ears?.thresholds(beat);
    if (!learned) {
      if (found) tell(beat, { beat, heard: found, near: CLOSE });
      return;
    }
    const said = learnedOf(likely![beat]!, learned.strong, learned.weak) ?? found;
    tell(beat, { beat, heard: said, near: said ? CLOSE : likely![beat]! / learned.doubt });
  });
}

/** How likely a sentence says each beat, by place in the rubric's beats. */
function likelyBeats(heard: HeardSentence, cues: readonly string[], ears: Ears): readonly number[] {
  const { sentence, roles } = heard;
  return ears.probabilities(sentence, roles, cues);
}

/** The cue heard of each beat, by place in the rubric's beats: the first strong one that matches, else the first weak one. */
function cuedBeats(heard: HeardSentence, rubric: Rubric): Saying['heard'][] {
  const first: CompiledCue[] = [];
  const cues = cuesByGroup(rubric);
  for (const group of heard.matches.keys()) {
    const found = cues[group];
    if (found && isAhead(found.cue, first[found.beat]) && matchesOf(found.cue, heard).length > 0) first[found.beat] = found.cue;
  }
  const cued: Saying['heard'][] = [];
  first.forEach((cue, beat) => (cued[beat] = cuedOf(cue, heard)));
  return cued;
}

/** The groups of a beat's cues are numbered in the order of the cues. */
function isAhead(cue: CompiledCue, other: CompiledCue | undefined): boolean {
  return other === undefined || (cue.strength === other.strength ? cue.group < other.group : cue.strength === 'strong');
}

function cuedOf(cue: CompiledCue, heard: HeardSentence): Saying['heard'] {
  const [match] = matchesOf(cue, heard);
  return { strength: cue.strength, certainty: cue.strength === 'strong' ? 1 : LIKELY, match };
}

interface BeatCue {
  /** The beat's place in the rubric's. */
  readonly beat: number;
  readonly cue: CompiledCue;
}

const byGroup = new WeakMap<Rubric, readonly (BeatCue | undefined)[]>();

/** The cues of beats by the group of a matcher that their patterns are in; undefined for the groups of others. */
function cuesByGroup(rubric: Rubric): readonly (BeatCue | undefined)[] {
  const known = byGroup.get(rubric);
  if (known) return known;
  const cues = rubric.data.beats.flatMap(({ id }, beat) => rubric.cuesOf('beat', id).map((cue) => ({ beat, cue })));
  const groups = new Array<BeatCue | undefined>(1 + Math.max(-1, ...cues.map(({ cue }) => cue.group))).fill(undefined);
  for (const each of cues) groups[each.cue.group] = each;
  byGroup.set(rubric, groups);
  return groups;
}

function learnedOf(probability: number, strong: number, weak: number): Saying['heard'] {
  return probability < weak ? undefined : { strength: probability >= strong ? 'strong' : 'weak', certainty: probability, match: undefined };
}

/** Cues as features: `!beat` for a strong one, `?beat` for a weak one. */
function cueMarks(cued: readonly Saying['heard'][], rubric: Rubric): string[] {
  const marks: string[] = [];
  cued.forEach((found, beat) => {
    if (found) marks.push((found.strength === 'strong' ? '!' : '?') + rubric.data.beats[beat]!.id);
  });
  return marks;
}

/** Every feature of a sentence, the cues heard in it included: what the weights are learned from. */
export function sentenceFeatures(heard: HeardSentence, rubric: Rubric): string[] {
  const words = wordsOf(heard.sentence);
  return featuresOf(words, [...marksOf(heard.sentence, heard.roles, words.length), ...cueMarks(cuedBeats(heard, rubric), rubric)]);
}
