import { compareSeverity } from '../review/settings.js';
import type { BeatReview, Finding, Review, TellingReview } from '../review/types.js';
import type { Rubric } from '../rubric/index.js';
import type { Probe } from '../rubric/types.js';
import { itemsIn } from '../story/asideItems.js';
import type { Sentence, Story } from '../story/types.js';
import { raisedProbes, type RaisedProbe } from './probes.js';
import { sameQuestion } from './sameQuestion.js';
import type { FollowUp } from './types.js';

/** At most so many questions of a telling: more is no preparation. */
const MOST = 8;
/** At most so many about what is missing: the findings name the rest. */
const MOST_GAPS = 3;
/** So many leave room for what is asked of every story of the kind. */
const BEFORE_KIND = 6;
/** At most so many of those: the story raises none of them by itself. */
const MOST_KIND = 3;
/** Nobody asks more about one sentence. */
const PER_SENTENCE = 2;

const LIKELIHOOD: readonly Probe['asked'][] = ['often', 'sometimes', 'rarely'];

type Candidate = Omit<FollowUp, 'prepared'> & { readonly sentence?: Sentence | undefined };

/**
 * What an interviewer would ask after a telling, most pressing first: what is missing, the more of it the more the
 * profile asks for it; then what is claimed, by how likely it is asked; then what every story of the kind is asked.
 */
export function followUps(review: Review, rubric: Rubric, told: TellingReview): FollowUp[] {
  if (review.story.notAStory || told.timing.words === 0 || !isUnderstood(review.story, told)) return [];
  const raised = raisedProbes(review, rubric, told);
  const chosen: Candidate[] = [];
  take(chosen, gapsOf(review, rubric, told, raised), MOST_GAPS);
  take(chosen, claimsOf(raised), BEFORE_KIND);
  take(chosen, kindOf(review, rubric), Math.min(MOST, chosen.length + MOST_KIND));
  const prepared = itemsIn(review.story, 'follow-ups');
  return chosen.map(({ sentence: _, ...followUp }) => ({ ...followUp, prepared: prepared.some((item) => sameQuestion(followUp.ask, item)) }));
}

/** How many follow-up questions a story has prepared. */
export function preparedFollowUps(story: Story): number {
  return itemsIn(story, 'follow-ups').length;
}

/** In a story in another language nothing is heard, and so nothing can be missing. */
function isUnderstood(story: Story, { beats }: TellingReview): boolean {
  return story.english || beats.some(({ evidence }) => evidence.length > 0);
}

/** Adds candidates in their order until there are so many, without what is there already. */
function take(chosen: Candidate[], candidates: readonly Candidate[], most: number): void {
  for (const candidate of candidates) {
    if (chosen.length >= most) return;
    const crowded = candidate.sentence && chosen.filter(({ sentence }) => sentence === candidate.sentence).length >= PER_SENTENCE;
    if (!crowded && !chosen.some(({ ask }) => sameQuestion(ask, candidate.ask))) chosen.push(candidate);
  }
}

/** Strongest first, then in the order of the profile. A probe about a missing beat is asked instead of the beat's own question. */
function gapsOf({ profile }: Review, rubric: Rubric, told: TellingReview, raised: readonly RaisedProbe[]): Candidate[] {
  const probes = raised.filter(({ from }) => from === 'gap');
  const spoken = new Set(probes.flatMap(({ probe }) => probe.missing));
  const order = Object.keys(profile.beats).reverse();
  const missing = told.beats.filter(({ id, missing: absent }) => absent && !spoken.has(id)).sort((a, b) => order.indexOf(b.id) - order.indexOf(a.id));
  const asked = missing.map((beat) => ofBeat(rubric, told, beat));
  const probed = probes.map(({ probe, ask, range, finding }) => ({ finding, candidate: candidateOf(probe, ask, 'gap', range) }));
  return [...asked, ...probed].sort((a, b) => bySeverity(a.finding, b.finding)).map(({ candidate }) => candidate);
}

function ofBeat(rubric: Rubric, told: TellingReview, { id }: BeatReview): { finding: Finding | undefined; candidate: Candidate } {
  const { question, gaps } = rubric.beat(id)!;
  const finding = told.findings.find(({ rule }) => gaps.some(({ code }) => code === rule));
  const gap = gaps.find(({ code }) => code === finding?.rule) ?? gaps[0]!;
  return { finding, candidate: { id, ask: question, why: gap.why.trim(), from: 'gap', ...(finding && { range: rangeOf(finding.range) }) } };
}

/** What is not reported comes last: there is room for three findings in a section. */
function bySeverity(a: Finding | undefined, b: Finding | undefined): number {
  return a && b ? compareSeverity(a.severity, b.severity) : Number(b !== undefined) - Number(a !== undefined);
}

function claimsOf(raised: readonly RaisedProbe[]): Candidate[] {
  const claims = raised.filter(({ from }) => from === 'claim').sort((a, b) => LIKELIHOOD.indexOf(a.probe.asked) - LIKELIHOOD.indexOf(b.probe.asked));
  return claims.map(({ probe, ask, range, sentence }) => ({ ...candidateOf(probe, ask, 'claim', range), sentence }));
}

function candidateOf({ id, why }: Probe, ask: string, from: 'claim' | 'gap', range: { readonly start: number; readonly end: number } | undefined): Candidate {
  return { id, ask, why: why.trim(), from, ...(range && { range: rangeOf(range) }) };
}

function rangeOf({ start, end }: { readonly start: number; readonly end: number }): { start: number; end: number } {
  return { start, end };
}

/** The questions of each of the story's kinds in turn. */
function kindOf({ shapes }: Review, rubric: Rubric): Candidate[] {
  const kinds = shapes.flatMap(({ id }) => rubric.shape(id) ?? []);
  const longest = Math.max(0, ...kinds.map(({ followUps: asked }) => asked.length));
  return Array.from({ length: longest }, (_, nth) => nth).flatMap((nth) =>
    kinds.flatMap(({ id, title, followUps: asked }) => (asked[nth] === undefined ? [] : [{ id: `${id}-${nth + 1}`, ask: asked[nth], why: `Asked of every story of this kind: ${title}.`, from: 'kind' as const }])),
  );
}
