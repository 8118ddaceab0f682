import { toldSections } from '../review/hear.js';
import type { Evidence, Review, TellingReview } from '../review/types.js';
import type { Beat, Rubric } from '../rubric/index.js';
import { itemsIn } from '../story/asideItems.js';
import type { Role, Sentence, Story, Telling } from '../story/types.js';
import { cueText } from './clause.js';
import type { Cue } from './types.js';

/** Nobody looks at more while talking. */
const MOST = 5;

/** What the five cues remind of, in the order in which they are looked for. */
const MATTERS = ['decision', 'outcome', 'change', 'trouble', 'mine', 'safeguard', 'lesson'] as const;
type Matter = (typeof MATTERS)[number];

/** A sentence that could be a cue, with what it is worth for each matter. */
interface Candidate {
  readonly sentence: Sentence;
  readonly role: Role;
  readonly order: number;
  readonly worth: Map<Matter, { total: number; best: Evidence; bestWorth: number }>;
}

/**
 * At most five cues for a telling, in the order told: the person's own under its Cues, or under those of the file where it takes over the Action, else cut from the sentences that say
 * what was at stake, what was theirs, the decision, what they changed and what came of it. None for a story without prose.
 */
export function cuesOf(review: Review, told: TellingReview, rubric: Rubric): readonly Cue[] {
  const own = ownCues(review.story, told.telling);
  if (own.length > 0) return own.slice(0, MOST).map((text) => ({ role: 'body', text: text.replace(/[*_~`]+/g, '').replace(/\s+/g, ' ').trim() }));
  const candidates = candidatesOf(told, rubric);
  const chosen = chooseFrom(candidates);
  const { text } = review.story;
  return chosen.sort((a, b) => a.candidate.order - b.candidate.order).map(({ candidate: { sentence, role, worth }, matter }) => {
    const counted = matter === undefined ? sentence : (worth.get(matter)?.best.range ?? sentence);
    return { role, text: cueText(text, sentence, counted), range: { start: sentence.start, end: sentence.end } };
  });
}

/** The cues a person wrote for a telling. Those of the file were written for its Action. */
function ownCues(story: Story, telling: Telling): readonly string[] {
  const nth = story.tellings.indexOf(telling);
  const own = itemsIn(story, 'cues', nth);
  const inherits = telling.inherited.some(({ role, covers }) => role === 'action' || covers.includes('action'));
  return own.length === 0 && nth > 0 && inherits ? itemsIn(story, 'cues') : own;
}

interface Chosen {
  readonly candidate: Candidate;
  readonly matter: Matter | undefined;
}

/** The best sentence for each matter, then for parts of the story that have none yet. */
function chooseFrom(candidates: readonly Candidate[]): Chosen[] {
  const chosen: Chosen[] = [];
  const free = (): Candidate[] => candidates.filter((candidate) => !chosen.some((other) => other.candidate === candidate));
  for (const matter of MATTERS) {
    if (chosen.length === MOST) break;
    const worth = (candidate: Candidate): number => candidate.worth.get(matter)?.total ?? 0;
    const best = free().reduce<Candidate | undefined>((a, b) => (worth(b) > (a ? worth(a) : 0) ? b : a), undefined);
    if (best) chosen.push({ candidate: best, matter });
  }
  for (const unseen of [true, false]) {
    for (const candidate of free()) {
      if (chosen.length === MOST) return chosen;
      if (!unseen || !chosen.some((other) => other.candidate.role === candidate.role)) chosen.push({ candidate, matter: undefined });
    }
  }
  return chosen;
}

function candidatesOf(told: TellingReview, rubric: Rubric): Candidate[] {
  const candidates = new Map<Sentence, Candidate>();
  let order = 0;
  for (const { role, sentences } of toldSections(told.telling)) {
    for (const sentence of sentences) if (sentence.slots.length === 0 && sentence.tokens.length > 2) candidates.set(sentence, { sentence, role, order: order++, worth: new Map() });
  }
  for (const { id, present, required, concerns, evidence } of told.beats) {
    const beat = rubric.beat(id);
    if (!present || !beat) continue;
    const asked = required ? 4 : concerns ? 2 : 1;
    for (const heard of evidence) {
      const candidate = candidates.get(heard.sentence);
      if (candidate) weigh(candidate, matterOf(beat), heard, asked * heard.certainty);
    }
  }
  return [...candidates.values()];
}

function weigh({ worth }: Candidate, matter: Matter, heard: Evidence, value: number): void {
  const before = worth.get(matter);
  const better = !before || value > before.bestWorth;
  worth.set(matter, { total: (before?.total ?? 0) + value, best: better ? heard : before.best, bestWorth: better ? value : before.bestWorth });
}

/** Where a beat belongs in a story says which cue it is. */
function matterOf({ section, step }: Beat): Matter {
  if (section === 'situation' || step === 'diagnosis' || step === 'root-cause') return 'trouble';
  if (section === 'task') return 'mine';
  if (section === 'result') return 'outcome';
  if (section === 'learning') return 'lesson';
  return step === 'tradeoff' ? 'decision' : step === 'prevention' ? 'safeguard' : 'change';
}
