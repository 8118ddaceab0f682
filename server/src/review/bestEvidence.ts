import type { Evidence } from './types.js';

/** What a written cue, and a place in the part of the story where its beat belongs, add to what was learned. From sentences that readers judged. */
const CUED = 0.3;
const IN_PLACE = 0.1;
/** How likely a sentence has to be where its beat does not belong: below, every second one was right. */
const ELSEWHERE = { besideCue: 0.02, alone: 0.9 };
/** How likely a sentence without a cue has to be to say what nobody asks for: a story of another kind rarely says it. */
const UNASKED = 0.8;
/** What another sentence says so many times better was wrong more often than right. */
const SO_MUCH_BETTER = 2;

/** The evidence for a beat, what says it best first. */
export function bestFirst(evidence: readonly Evidence[]): readonly Evidence[] {
  return [...evidence].sort(compareEvidence);
}

/** The evidence that says a beat best; undefined where there is none. A long story has much of it. */
export function bestIn(evidence: readonly Evidence[]): Evidence | undefined {
  return evidence.reduce((best: Evidence | undefined, each) => (best && compareEvidence(best, each) <= 0 ? best : each), undefined);
}

/** The evidence for a beat without what another sentence says much better, the best first. */
export function bestOf(evidence: readonly Evidence[]): readonly Evidence[] {
  const ordered = bestFirst(evidence);
  const best = ordered[0];
  return best === undefined ? [] : ordered.filter((each) => each.strength === best.strength && worthOf(each) * SO_MUCH_BETTER >= worthOf(best));
}

/** True for a sentence that does alone. One that stands in another part of the story than its beat needs more than a cue, or more than what was learned. */
export function doesAlone(evidence: Evidence): boolean {
  const { strength, place, likelihood } = evidence;
  if (strength !== 'strong' || place === 'own') return strength === 'strong';
  return likelihood === undefined ? place === 'named' : likelihood >= (isCued(evidence) ? ELSEWHERE.besideCue : ELSEWHERE.alone);
}

/** True for a sentence that does alone for a beat that nobody asks for: by a written cue, or very likely. */
export function doesUnasked(evidence: Evidence): boolean {
  return doesAlone(evidence) && (isCued(evidence) || (evidence.likelihood ?? 0) >= UNASKED);
}

/** By a strong cue that is written in the rubric. */
function isCued({ certainty }: Evidence): boolean {
  return certainty === 1;
}

function compareEvidence(a: Evidence, b: Evidence): number {
  const rank = { strong: 1, weak: 0 } as const;
  return rank[b.strength] - rank[a.strength] || worthOf(b) - worthOf(a);
}

/** How well a sentence says a beat, to hold it against others that do; no probability. */
function worthOf(evidence: Evidence): number {
  return (evidence.likelihood ?? 0) + (isCued(evidence) ? CUED : 0) + (evidence.place === 'own' ? IN_PLACE : 0);
}
