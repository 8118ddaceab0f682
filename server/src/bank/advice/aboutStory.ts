import type { WiderCriterion } from '../../rubric/index.js';
import { table } from '../../story/table.js';
import { decoded } from '../bankStory.js';
import type { BankStory } from '../types.js';
import { listed } from '../words.js';
import { type Bank, titleKey, type Values } from './bank.js';
import { daysBetween } from './days.js';

type Judge = (story: BankStory, bank: Bank, criterion: WiderCriterion) => Values | undefined;

/** The criteria about one story in its bank, by code: what to fill into the message where one holds. */
export const ABOUT_STORY: Readonly<Record<string, Judge>> = table({
  'no-story-headline': ({ titled }) => when(!titled),
  'same-title': (story, { byTitle }) => {
    const other = byTitle.get(titleKey(story))?.find(({ id }) => id !== story.id);
    return story.titled && other ? { name: shortName(other.id, story.id) } : undefined;
  },
  'shape-unset': ({ shapes }) => when(!shapes.some(({ declared }) => declared)),
  'no-question-mapped': ({ status, questions }) => when(status === 'ready' && questions.length === 0),
  'one-story-overused': ({ questions, tellings }, _, { limit = Infinity }) => {
    const actual = new Set(questions).size;
    const most = limit * tellings.length;
    return actual > most ? { actual, limit: most } : undefined;
  },
  'stale-story': ({ status, rehearsed }, { today }, { limit = Infinity }) => {
    const days = rehearsed.flatMap(({ date }) => daysBetween(date, today) ?? []).filter((each) => each >= 0);
    const actual = Math.min(...days);
    return status === 'ready' && days.length > 0 && actual > limit ? { actual, limit } : undefined;
  },
  'no-followup-prepared': ({ status, followUps }) => when(status === 'ready' && followUps === 0),
  'missing-backend-details': ({ status, tellings }, { rubric }, { beats = [], limit = 1 }) => {
    const unheard = beats.filter((beat) => !tellings.some(({ heard }) => heard.has(beat)));
    const titles = unheard.map((beat) => (rubric.beat(beat)?.title ?? beat).toLowerCase());
    return status === 'ready' && unheard.length >= limit ? { missing: listed(titles) } : undefined;
  },
});

function when(holds: boolean): Values | undefined {
  return holds ? {} : undefined;
}

/** As much of the end of a path as tells it from another. */
function shortName(id: string, other: string): string {
  const [parts, others] = [decoded(id).split(/[/\\]/), decoded(other).split(/[/\\]/)];
  const same = parts.findIndex((_, index) => parts.at(-1 - index) !== others.at(-1 - index));
  return parts.slice(-1 - Math.max(0, same)).join('/');
}
