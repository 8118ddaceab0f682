import { toldSections } from '../review/hear.js';
import type { TellingReview } from '../review/types.js';
import { markedIn } from '../story/marked.js';
import type { Sentence, Story } from '../story/types.js';
import { visibleIn } from '../story/visible.js';

/** Beats that a text without labels ends on. */
const ENDINGS: ReadonlySet<string> = new Set(['learning', 'measured-result', 'directional-result']);

/** The line to land on: the last that the person marked, else the last of the Learning or the Result. */
export function landingOf(story: Story, told: TellingReview): string | undefined {
  const sections = toldSections(told.telling);
  const marked = sections.flatMap(({ sentences }) => sentences).flatMap((sentence) => (sentence.slots.length === 0 ? (markedIn(story, sentence) ?? []) : []));
  if (marked.length > 0) return visibleIn(story, marked.at(-1)!);
  const last = lastSaid(told);
  return last && last.slots.length === 0 ? visibleIn(story, last) : undefined;
}

function lastSaid({ telling, beats }: TellingReview): Sentence | undefined {
  const sections = toldSections(telling).filter(({ sentences }) => sentences.length > 0);
  const ending = sections.filter(({ role, covers }) => [role, ...covers].some((part) => part === 'result' || part === 'learning')).at(-1);
  if (ending) return ending.sentences.at(-1);
  if (sections.some(({ role }) => role !== 'body')) return undefined;
  const heard = new Set(beats.flatMap(({ id, evidence }) => (ENDINGS.has(id) ? evidence.map(({ sentence }) => sentence) : [])));
  return sections.flatMap(({ sentences }) => sentences).filter((sentence) => heard.has(sentence)).at(-1);
}
