import { hear, matchesOf, rangeOf, isQuoted } from '../review/hear.js';
import { bestIn } from '../review/bestEvidence.js';
import type { HeardSentence } from '../review/impression.js';
import type { Finding, Review, TellingReview } from '../review/types.js';
import type { Probe, Rubric } from '../rubric/index.js';
import type { Range, Sentence, Story } from '../story/types.js';

/** A probe that a telling raises. */
export interface RaisedProbe {
  readonly probe: Probe;
  /** The question, with the words that raise it. */
  readonly ask: string;
  /** What is said raises it, or what is not said. */
  readonly from: 'claim' | 'gap';
  readonly sentence: Sentence | undefined;
  readonly range: Range | undefined;
  /** What reports that it is missing, where something does. */
  readonly finding?: Finding | undefined;
}

/** Nobody is asked about something that was perhaps not said. */
const SURE = 0.9;

interface Site {
  readonly review: Review;
  readonly rubric: Rubric;
  readonly told: TellingReview;
  readonly heard: readonly HeardSentence[];
}

/** The probes that a telling raises, each once, in the order of the rubric. */
export function raisedProbes(review: Review, rubric: Rubric, told: TellingReview): RaisedProbe[] {
  const heard = hear(told.telling, rubric.probePatterns);
  const site = { review, rubric, told, heard };
  return rubric.data.probes.flatMap((probe) => (isFor(site, probe) ? (claimed(site, probe) ?? missed(site, probe) ?? []) : []));
}

function isFor({ review, rubric, told, heard }: Site, probe: Probe): boolean {
  if (probe.shapes.length > 0 && !review.shapes.some(({ id }) => probe.shapes.includes(id))) return false;
  if (told.beats.some(({ id, present, drafted }) => (present || drafted) && probe.unlessHeard.includes(id))) return false;
  const { whenGroup, saidGroup } = rubric.probePatterns.of(probe);
  const said = (group: number): boolean => heard.some(({ matches }) => matches.has(group));
  return !said(saidGroup) && (probe.ifSaid.length === 0 || said(whenGroup));
}

/** By a sentence that says so, or by one in which a beat is heard. */
function claimed(site: Site, probe: Probe): RaisedProbe | undefined {
  const found = cued(site, probe);
  if (found) return found;
  const evidence = site.told.beats.filter(({ id, present }) => present && probe.heard.includes(id)).flatMap(({ evidence: all }) => all);
  const surest = bestIn(evidence.filter(({ certainty }) => certainty >= SURE));
  if (!surest) return undefined;
  return { probe, ask: probe.ask, from: 'claim', sentence: surest.sentence, range: surest.sentence };
}

function cued({ review, rubric, heard }: Site, probe: Probe): RaisedProbe | undefined {
  const { cues } = rubric.probePatterns.of(probe);
  for (const found of heard) {
    const { sentence } = found;
    // What is still to be filled in claims nothing yet.
    if (sentence.slots.length > 0) continue;
    for (const cue of cues) {
      const match = matchesOf(cue, found).find((candidate) => !isQuoted(candidate, sentence));
      if (match) return { probe, ask: worded(review.story, probe.ask, rangeOf(match, sentence)), from: 'claim', sentence, range: sentence };
    }
  }
  return undefined;
}

/** By a beat that should be heard and is not, or by a finding. */
function missed({ rubric, told }: Site, probe: Probe): RaisedProbe | undefined {
  const absent = told.beats.filter(({ id, missing }) => missing && probe.missing.includes(id));
  const codes = [...probe.findings, ...absent.flatMap(({ id }) => rubric.beat(id)!.gaps.map(({ code }) => code))];
  const finding = told.findings.find(({ rule }) => codes.includes(rule));
  return finding || absent.length > 0 ? { probe, ask: probe.ask, from: 'gap', sentence: undefined, range: finding?.range, finding } : undefined;
}

function worded({ text }: Story, ask: string, { start, end }: Range): string {
  const match = text.slice(start, end).replace(/[*_`\\]|^[ \t>]+/gm, '').replace(/\s+/g, ' ').trim();
  return ask.replaceAll('{match}', match);
}
