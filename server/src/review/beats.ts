import type { CompiledCue, Rubric } from '../rubric/index.js';
import { TokenClass, type Sentence } from '../story/types.js';
import { featuresOf, marksOf, wordsOf } from './features.js';
import { matchesOf, rangeOf, type HeardSentence } from './hear.js';
import { earsOf, type Ears } from './hearing.js';
import type { BeatReview, Doubt, Evidence } from './types.js';

/** What was heard of a beat, before anything is asked of the story. */
export type BeatHeard = Omit<BeatReview, 'required' | 'concerns' | 'missing'>;

/** What was heard of every beat the rubric knows, in the rubric's order. */
export function hearBeats(rubric: Rubric, heard: readonly HeardSentence[]): BeatHeard[] {
  const { beats } = rubric.data;
  const evidence = beats.map((): Evidence[] => []);
  const drafts = beats.map((): Sentence[] => []);
  const near = beats.map(() => 0);
  for (const sentence of heard) {
    const meant = meantBeats(sentence.sentence, rubric);
    listenTo(sentence, rubric, (index, found) => {
      if (meant && !meant.has(beats[index]!.id)) return;
      near[index] = Math.max(near[index]!, found.near);
      if (!found.evidence) return;
      if (sentence.sentence.slots.length > 0) drafts[index]!.push(sentence.sentence);
      else evidence[index]!.push(found.evidence);
    });
  }
  return beats.map((beat, index) => {
    const present = suffices(evidence[index]!);
    return { id: beat.id, present, evidence: likeliest(evidence[index]!), drafted: drafts[index]!.length > 0, drafts: drafts[index]!, doubt: doubtAt(near[index]!) };
  });
}

/** A slot stands for anything, and so a fill-in sentence would be a draft of beats that nobody had in mind. */
function meantBeats({ slots, tokens }: Sentence, rubric: Rubric): ReadonlySet<string> | undefined {
  return slots.length === 0 ? undefined : rubric.drafts.meantBy(tokens.filter(({ classes }) => classes & TokenClass.slot).map(({ word }) => word));
}

/** As likely as not. */
const LIKELY = 0.5;

/** Where one sentence is likely to say it, a faint one beside it is no evidence to show. */
function likeliest(evidence: readonly Evidence[]): readonly Evidence[] {
  const likely = evidence.filter(({ certainty }) => certainty >= LIKELY);
  return likely.length > 0 ? likely : evidence;
}

/** What a sentence gives a beat: evidence, or at least a doubt that it is missing. */
interface Heard {
  readonly evidence: Evidence | undefined;
  /** How near it comes to the probability from which on a beat may have been said after all: 1 is there. */
  readonly near: number;
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
function listenTo(heard: HeardSentence, rubric: Rubric, tell: (beat: number, found: Heard) => void): void {
  const cued = cuedBeats(heard, rubric);
  const ears = heard.sentence.slots.length > 0 ? undefined : earsOf(rubric);
  const likely = ears && likelyBeats(heard, cueMarks(cued, rubric), ears);
  rubric.data.beats.forEach((_, beat) => {
    const found = cued[beat];
    const learned = found?.strength === 'strong' ? undefined : ears?.thresholds(beat);
    if (!learned) {
      if (found) tell(beat, { evidence: found, near: CLOSE });
      return;
    }
    const evidence = learnedEvidence(heard, likely![beat]!, learned.strong, learned.weak) ?? found;
    tell(beat, { evidence, near: evidence ? CLOSE : likely![beat]! / learned.doubt });
  });
}

/** How likely a sentence says each beat, by place in the rubric's beats. */
function likelyBeats(heard: HeardSentence, cues: readonly string[], ears: Ears): readonly number[] {
  const { sentence, roles, impression } = heard;
  if (!impression) return ears.probabilities(sentence, roles, cues);
  const asked = `${[...roles].join()} ${sentence.bullet} ${sentence.step} ${cues.join()}`;
  const known = impression.likely.get(asked);
  if (known) return known;
  const likely = ears.probabilities(sentence, roles, cues);
  impression.likely.set(asked, likely);
  return likely;
}

/** The cue heard of each beat, by place in the rubric's beats: the first strong one that matches, else the first weak one. */
function cuedBeats(heard: HeardSentence, rubric: Rubric): (Evidence | undefined)[] {
  const first: CompiledCue[] = [];
  const cues = cuesByGroup(rubric);
  for (const group of heard.matches.keys()) {
    const found = cues[group];
    if (found && isAhead(found.cue, first[found.beat]) && matchesOf(found.cue, heard).length > 0) first[found.beat] = found.cue;
  }
  const cued: (Evidence | undefined)[] = [];
  first.forEach((cue, beat) => (cued[beat] = evidenceOf(cue, heard)));
  return cued;
}

/** The groups of a beat's cues are numbered in the order of the cues. */
function isAhead(cue: CompiledCue, other: CompiledCue | undefined): boolean {
  return other === undefined || (cue.strength === other.strength ? cue.group < other.group : cue.strength === 'strong');
}

function evidenceOf(cue: CompiledCue, heard: HeardSentence): Evidence {
  const [match] = matchesOf(cue, heard);
  const certainty = cue.strength === 'strong' ? 1 : LIKELY;
  return { strength: cue.strength, certainty, sentence: heard.sentence, range: rangeOf(match!, heard.sentence) };
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

function learnedEvidence(heard: HeardSentence, probability: number, strong: number, weak: number): Evidence | undefined {
  if (probability < weak) return undefined;
  const { start, end } = heard.sentence;
  return { strength: probability >= strong ? 'strong' : 'weak', certainty: probability, sentence: heard.sentence, range: { start, end } };
}

/** Cues as features: `!beat` for a strong one, `?beat` for a weak one. */
function cueMarks(cued: readonly (Evidence | undefined)[], rubric: Rubric): string[] {
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
