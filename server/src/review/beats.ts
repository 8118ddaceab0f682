import type { Beat, CompiledCue, Rubric } from '../rubric/index.js';
import { TokenClass, type Sentence } from '../story/types.js';
import { cueMark, featuresOf, formMarks, roleMarks, wordsOf } from './features.js';
import { isCued, rangeOf } from './hear.js';
import type { HeardSentence } from './impression.js';
import { earsOf } from './hearing.js';
import type { BeatReview, Doubt, Evidence, Saying } from './types.js';

/** What was heard of a beat, before anything is asked of the story. */
export type BeatHeard = Omit<BeatReview, 'required' | 'concerns' | 'missing'>;

/** What was heard of every beat the rubric knows, in the rubric's order. */
export function hearBeats(rubric: Rubric, heard: readonly HeardSentence[]): BeatHeard[] {
  const { beats } = rubric.data;
  const enough = beats.map(() => 0);
  const drafts = beats.map((): Sentence[] => []);
  const near = beats.map(() => 0);
  const said = heard.map((sentence) => sayingsOf(sentence, rubric));
  said.forEach((sayings, index) => {
    const { sentence } = heard[index]!;
    for (const { beat, near: comes, heard: found } of sayings) {
      if (comes > near[beat]!) near[beat] = comes;
      if (!found) continue;
      if (sentence.slots.length > 0) drafts[beat]!.push(sentence);
      else enough[beat]! += found.strength === 'strong' ? ENOUGH : 1;
    }
  });
  let all: (readonly Evidence[])[] | undefined;
  return beats.map(({ id }, index) => {
    const evidence = (): readonly Evidence[] => (all ??= evidenceIn(beats, heard, said))[index]!;
    return new HeardBeat(id, enough[index]! >= ENOUGH, drafts[index]!, doubtAt(near[index]!), evidence);
  });
}

/** One strong sentence is enough; so are two weak ones. */
const ENOUGH = 2;

/** What was heard of a beat. Most of the evidence is only counted: it is put together when somebody asks for it. */
class HeardBeat implements BeatHeard {
  constructor(
    readonly id: string,
    readonly present: boolean,
    readonly drafts: readonly Sentence[],
    readonly doubt: Doubt,
    readonly inFull: () => readonly Evidence[],
  ) {}

  get drafted(): boolean {
    return this.drafts.length > 0;
  }

  get evidence(): readonly Evidence[] {
    return this.inFull();
  }
}

/** The evidence for every beat that is worth showing. */
function evidenceIn(beats: readonly Beat[], heard: readonly HeardSentence[], said: readonly (readonly Saying[])[]): (readonly Evidence[])[] {
  const evidence = beats.map((): Evidence[] => []);
  said.forEach((sayings, index) => {
    const { sentence } = heard[index]!;
    if (sentence.slots.length > 0) return;
    for (const { beat, heard: found } of sayings) if (found) evidence[beat]!.push(evidenceOf(found, sentence));
  });
  return evidence.map(likeliest);
}

/** What a sentence says of beats; what its words say where they stand is worked out once. */
function sayingsOf(heard: HeardSentence, rubric: Rubric): readonly Saying[] {
  const known = heard.standing?.beats;
  if (known) return known;
  const meant = meantBeats(heard.sentence, rubric);
  const all = listenTo(heard, rubric);
  const sayings = meant ? all.filter(({ beat }) => meant.has(rubric.data.beats[beat]!.id)) : all;
  if (heard.standing) heard.standing.beats = sayings;
  return sayings;
}

function evidenceOf({ strength, certainty, likelihood, place, match }: NonNullable<Saying['heard']>, sentence: Sentence): Evidence {
  return { strength, certainty, likelihood, place, sentence, range: match ? rangeOf(match, sentence) : { start: sentence.start, end: sentence.end } };
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

/** Of each beat that a sentence says or comes near, in the rubric's order, the strongest evidence: by a cue written in the rubric, else by what was learned. */
function listenTo(heard: HeardSentence, rubric: Rubric): Saying[] {
  const cued = cuedBeats(heard, rubric);
  const ears = heard.sentence.slots.length > 0 ? undefined : earsOf(rubric);
  const likely = ears?.probabilities(heard.sentence, heard.roles, cued);
  const { beats } = rubric.data;
  const sayings: Saying[] = [];
  for (let beat = 0; beat < beats.length; beat++) {
    const found = cued[beat];
    const known = ears?.thresholds(beat);
    const learned = found?.strength === 'strong' ? undefined : known;
    const sound = (learned && learnedOf(likely![beat]!, learned.strong, learned.weak)) ?? found;
    const said = sound && saidAt(sound, heard.roles.has(beats[beat]!.section), known && likely![beat]!);
    const near = said ? CLOSE : learned ? likely![beat]! / learned.doubt : 0;
    // What does not come near changes nothing.
    if (said || near >= 1) sayings.push({ beat, heard: said, near });
  }
  return sayings;
}

/** What a sentence sounds like; `named` where a cue is written for certain parts of a story. */
interface Sound extends Omit<NonNullable<Saying['heard']>, 'likelihood' | 'place'> {
  readonly named: boolean;
}

function saidAt({ strength, certainty, match, named }: Sound, own: boolean, likelihood: number | undefined): NonNullable<Saying['heard']> {
  return { strength, certainty, likelihood, place: own ? 'own' : named ? 'named' : 'other', match };
}

/** The cue heard of each beat, by place in the rubric's beats: the first strong one that matches, else the first weak one. */
function cuedBeats(heard: HeardSentence, rubric: Rubric): (Sound | undefined)[] {
  const first: CompiledCue[] = [];
  const cues = cuesByGroup(rubric);
  for (const group of heard.matches.groups()) {
    const found = cues[group];
    if (found && isAhead(found.cue, first[found.beat]) && isCued(found.cue, heard)) first[found.beat] = found.cue;
  }
  const cued: (Sound | undefined)[] = [];
  first.forEach((cue, beat) => (cued[beat] = cuedOf(cue, heard)));
  return cued;
}

/** The groups of a beat's cues are numbered in the order of the cues. */
function isAhead(cue: CompiledCue, other: CompiledCue | undefined): boolean {
  return other === undefined || (cue.strength === other.strength ? cue.group < other.group : cue.strength === 'strong');
}

function cuedOf(cue: CompiledCue, heard: HeardSentence): Sound {
  const [match] = heard.matches.of(cue.group);
  return { strength: cue.strength, certainty: cue.strength === 'strong' ? 1 : LIKELY, match, named: cue.in !== undefined };
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

function learnedOf(probability: number, strong: number, weak: number): Sound | undefined {
  return probability < weak ? undefined : { strength: probability >= strong ? 'strong' : 'weak', certainty: probability, match: undefined, named: false };
}

/** Every feature of a sentence, the cues heard in it included: what the weights are learned from. */
export function sentenceFeatures(heard: HeardSentence, rubric: Rubric): string[] {
  const words = wordsOf(heard.sentence);
  const cues = cuedBeats(heard, rubric).flatMap((cue, beat) => (cue ? [cueMark(cue.strength, rubric.data.beats[beat]!.id)] : []));
  return featuresOf(words, [...roleMarks(heard.roles), ...formMarks(heard.sentence, words.length), ...cues]);
}
