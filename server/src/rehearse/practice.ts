import type { BankStory } from '../bank/index.js';
import { daysBetween } from '../bank/advice/days.js';
import type { Rehearsal } from '../story/types.js';
import type { PracticedStory } from './types.js';

/** Days from the nth day on which a story was told to the next: what was told often is remembered longer. */
export const PAUSES = [1, 3, 7, 14, 30] as const;
const LAST_TIMES = 3;

/**
 * When to tell each ready story next, the most urgent first: never told, then the longest overdue, then what comes up
 * soonest. Several tellings on one day count as one; drafts and retired stories are left out.
 * @param today as `2026-11-20`
 */
export function practice(stories: readonly BankStory[], today: string): PracticedStory[] {
  return stories
    .filter(({ status }) => status === 'ready')
    .map((story) => practiced(story, today))
    .sort((a, b) => (a.dueIn ?? -Infinity) - (b.dueIn ?? -Infinity) || compare(a.title, b.title));
}

/** Days since a story was last told, 0 for a date that is still to come; undefined when it was never told. */
export function daysSince(rehearsed: readonly Rehearsal[], today: string): number | undefined {
  const days = rehearsed.flatMap(({ date }) => daysBetween(date, today) ?? []);
  return days.length === 0 ? undefined : Math.max(0, Math.min(...days));
}

function practiced({ id, title, rehearsed }: BankStory, today: string): PracticedStory {
  const times = rehearsed.filter(({ date }) => daysBetween(date, today) !== undefined).sort((a, b) => compare(b.date, a.date));
  const ago = daysSince(times, today);
  const nth = new Set(times.map(({ date }) => date.trim())).size;
  const pause = PAUSES[Math.min(nth, PAUSES.length) - 1];
  return { id, title, ago, dueIn: ago === undefined || pause === undefined ? undefined : pause - ago, times: times.slice(0, LAST_TIMES) };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
