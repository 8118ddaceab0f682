import type { ReviewOptions } from '../review/index.js';
import type { Rubric } from '../rubric/index.js';
import type { Profile } from '../rubric/types.js';
import type { BankStory, Coverage } from './types.js';

/**
 * Stories against the themes of a profile and the eight signals; `today` is a date as `2026-11-20`. The levels of
 * the advice are those of a review: flags in `override`, folder file and settings in `defaults`.
 */
export function coverage(stories: readonly BankStory[], _rubric: Rubric, profile: Profile, _today: string, _options: ReviewOptions = {}): Coverage {
  const told = stories.flatMap(({ id, title, status }) => (status === 'retired' ? [] : [{ id, title, status }]));
  return { profile: { id: profile.id, title: profile.title }, stories: told, themes: [], signals: [], next: undefined, advice: [] };
}
