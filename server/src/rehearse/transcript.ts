import { hear, toldSections } from '../review/hear.js';
import { review as reviewStory } from '../review/index.js';
import { secondsFor } from '../review/timing.js';
import type { Review, TellingReview } from '../review/types.js';
import type { Rubric } from '../rubric/index.js';
import { parseSpoken } from '../story/spoken.js';
import type { Sentence, Story } from '../story/types.js';
import { beatsSaid } from './beatsSaid.js';
import { contentWords } from './contentWords.js';
import { saidOf, withoutFillers } from './fillers.js';
import { FILLERS, findingsOf } from './findings.js';
import { Likeness } from './likeness.js';
import { saidParts } from './parts.js';
import { Room } from './room.js';
import { portionsOf, timelineOf } from './timeline.js';
import type { NotThisStory, PartTime, TranscriptReport } from './types.js';

/** With fewer words that say what it is about, a transcript cannot be compared with anything. */
const FEWEST = 5;
/** So alike are the words of a story and of the worst telling of it; two stories seldom are. See `docs/rehearsal.md`. */
const SAME_STORY = 0.24;

/**
 * Holds what was said against the story it tells: which of its beats were said and which not, how long it took, and what
 * was noticed. Or says why it cannot: ranges are UTF-16 offsets into the transcript, but those of missed beats into the story.
 * @param options the seconds it took, where they were measured
 */
export function hold(review: Review, told: TellingReview, rubric: Rubric, transcript: string, options: { readonly seconds?: number } = {}): TranscriptReport | NotThisStory {
  const raw = parseSpoken(transcript);
  const fillers = saidOf(FILLERS, hear(raw.tellings[0], rubric), rubric);
  const spoken = withoutFillers(raw, fillers);
  const sentences = spoken.tellings[0].sections.flatMap((section) => section.sentences);
  const written = toldSections(told.telling).flatMap((section) => section.sentences);
  const likeness = new Likeness(written, sentences);
  const other = whyNot(spoken, sentences, likeness);
  if (other) return other;
  const said = reviewStory(spoken, rubric, { override: { profile: review.profile.id, language: 'en', wordsPerMinute: told.timing.wordsPerMinute } }).tellings[0];
  const { words } = said.timing;
  const seconds = options.seconds ?? secondsFor(words, told.timing.wordsPerMinute);
  const wordsPerMinute = Math.round((words / Math.max(1, seconds)) * 60);
  const portions = portionsOf(told, rubric);
  const beats = beatsSaid(told, said, { likeness, room: new Room(written, sentences), portions }, rubric);
  const parts = saidParts(portions, sentences);
  const { stretches } = timelineOf(told, review.profile.limits.targetSeconds ?? Infinity, rubric);
  const report = { words, seconds, timed: options.seconds !== undefined, wordsPerMinute, ...beats, fillers };
  const times = parts.map(({ words: long }, part): PartTime => {
    const { role, title, from, to } = stretches[part]!;
    return { role, title, seconds: Math.round((long / words) * seconds), target: to - from };
  });
  return { ...report, parts: times, findings: findingsOf({ review, told, rubric, transcript, report, parts, times, heard: hear(spoken.tellings[0], rubric), written, sentences }) };
}

function whyNot(spoken: Story, sentences: readonly Sentence[], likeness: Likeness): NotThisStory | undefined {
  if (spoken.notAStory && spoken.notAStory !== 'empty') return 'too-long';
  if (!spoken.english) return 'other-language';
  if (sentences.reduce((sum, { tokens }) => sum + contentWords(tokens).length, 0) < FEWEST) return 'empty';
  return likeness.alike < SAME_STORY ? 'other-story' : undefined;
}
