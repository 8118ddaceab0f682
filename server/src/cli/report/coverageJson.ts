import type { Coverage, CoverageRow, LoopPlan, RankedStory } from '../../bank/index.js';
import { saidOfBroken } from '../../service/index.js';
import { plainJson } from '../errors.js';

/** The report of `coverage --format json`: stories are named by their paths. */
export function coverageJson({ profile, stories, themes, signals, next, advice, broken }: Coverage, plans: readonly LoopPlan[]): string {
  const report = {
    version: 1,
    profile: profile.id,
    stories: stories.map(({ id, ...story }) => ({ path: id, ...story })),
    themes: themes.map(row),
    signals: signals.map(row),
    next: next ?? null,
    advice: advice.map(({ code, severity, message, story }) => ({ rule: code, severity, message, path: story ?? null })),
    broken: broken.map(saidOfBroken),
    loops: plans.map(({ rounds, ...plan }) => ({ ...plan, rounds: rounds.map((round) => ({ ...round, stories: round.stories.map(kept) })) })),
  };
  return `${plainJson(report, 2)}\n`;
}

/** `stories` lists the paths; `cells` says of each how it has the theme or signal. */
function row({ id, title, state, stories, maybe }: CoverageRow): object {
  return { id, title, state, maybe, stories: stories.map(({ story }) => story), cells: stories.map(({ story, ...cell }) => ({ path: story, ...cell })) };
}

function kept({ id, ...story }: RankedStory): object {
  return { path: id, ...story };
}
