import type { Beat, Rubric } from '../rubric/index.js';
import { matchesOf, rangeOf, type HeardSentence } from './hear.js';
import type { BeatReview, Evidence } from './types.js';

/** What was heard of every beat the rubric knows, in the rubric's order. */
export function reviewBeats(rubric: Rubric, heard: readonly HeardSentence[], isRequired: (beat: Beat) => boolean): BeatReview[] {
  return rubric.data.beats.map((beat) => reviewBeat(beat, rubric, heard, isRequired(beat)));
}

function reviewBeat(beat: Beat, rubric: Rubric, heard: readonly HeardSentence[], required: boolean): BeatReview {
  const evidence: Evidence[] = [];
  let drafted = false;
  for (const sentence of heard) {
    const found = evidenceIn(beat, rubric, sentence);
    if (!found) continue;
    if (sentence.sentence.slots.length > 0) drafted = true;
    else evidence.push(found);
  }
  return { id: beat.id, present: suffices(evidence), required, evidence, drafted };
}

/** One strong sentence is enough; so are two weak ones. */
function suffices(evidence: readonly Evidence[]): boolean {
  return evidence.length >= 2 || evidence.some(({ strength }) => strength === 'strong');
}

/** The strongest evidence a sentence gives of a beat. */
function evidenceIn(beat: Beat, rubric: Rubric, heard: HeardSentence): Evidence | undefined {
  let weak: Evidence | undefined;
  for (const cue of rubric.cuesOf('beat', beat.id)) {
    const match = matchesOf(cue, heard)[0];
    if (!match) continue;
    const evidence = { strength: cue.strength, sentence: heard.sentence, range: rangeOf(match, heard.sentence) };
    if (cue.strength === 'strong') return evidence;
    weak ??= evidence;
  }
  return weak;
}
