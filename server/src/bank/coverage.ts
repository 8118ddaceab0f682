import { attempt } from '../review/attempt.js';
import type { Broken, ReviewOptions } from '../review/index.js';
import type { Rubric, Signal } from '../rubric/index.js';
import type { Profile } from '../rubric/types.js';
import { finished, type Steps } from '../story/index.js';
import { byTitle } from './advice/bank.js';
import { advise } from './advice/index.js';
import { isKindOf } from './kinds.js';
import { nextToWrite } from './next.js';
import { framingFor } from './signals.js';
import { soundsLike } from './sounding.js';
import type { BankStory, Coverage, CoverageCell, CoverageRow } from './types.js';

/**
 * Stories against the themes of a profile and the eight signals; `today` is a date as `2026-11-20`. The levels of
 * the advice are those of a review: flags in `override`, folder file and settings in `defaults`.
 */
export function coverage(stories: readonly BankStory[], rubric: Rubric, profile: Profile, today: string, options: ReviewOptions = {}): Coverage {
  return finished(coverageInSteps(stories, rubric, profile, today, options));
}

/** The same in steps of a few milliseconds, however many stories there are. */
export function* coverageInSteps(stories: readonly BankStory[], rubric: Rubric, profile: Profile, today: string, options: ReviewOptions = {}): Steps<Coverage> {
  const inUse = stories.filter(({ status }) => status !== 'retired');
  const broken: Broken[] = [];
  const themes: CoverageRow[] = [];
  for (const id of profile.themes) {
    themes.push(...attempt(broken, 'bank', id, () => [themeRow(id, inUse, rubric)], []));
    yield;
  }
  const signals: CoverageRow[] = [];
  for (const signal of rubric.data.signals.filter(({ family }) => family === 'signal')) {
    signals.push(...attempt(broken, 'bank', signal.id, () => [signalRow(signal, inUse, rubric)], []));
    yield;
  }
  const advice = yield* advise({ stories: inUse, themes, signals, rubric, profile, today, options, byTitle: byTitle(inUse), broken });
  return {
    profile: { id: profile.id, title: profile.title },
    stories: inUse.map(({ id, title, status }) => ({ id, title, status: status === 'draft' ? 'draft' : 'ready' })),
    themes,
    signals,
    next: nextToWrite(themes, signals, rubric),
    advice,
    broken,
  };
}

function themeRow(id: string, stories: readonly BankStory[], rubric: Rubric): CoverageRow {
  const shape = rubric.shape(id);
  const cells = stories.flatMap((story): CoverageCell[] => {
    const fitting = story.shapes.filter((own) => isKindOf(own.id, id, rubric));
    return fitting.length > 0 ? [cell(story, fitting.some(({ declared }) => declared), undefined)] : [];
  });
  return row(id, shape?.title ?? id, shape?.summary ?? '', cells, () => stories.filter((story) => soundsLike(story, id, rubric)));
}

function signalRow(signal: Signal, stories: readonly BankStory[], rubric: Rubric): CoverageRow {
  const cells = stories.flatMap((story): CoverageCell[] => {
    const own = story.signals.find(({ id }) => id === signal.id);
    return own ? [cell(story, own.declared, framingFor(signal, story, rubric))] : [];
  });
  return row(signal.id, signal.title, signal.about, cells, () => []);
}

function cell({ id, status }: BankStory, declared: boolean, framing: string | undefined): CoverageCell {
  return { story: id, how: declared ? 'marked' : 'heard', draft: status === 'draft', ...(framing === undefined ? {} : { framing }) };
}

function row(id: string, title: string, about: string, stories: readonly CoverageCell[], sounding: () => readonly BankStory[]): CoverageRow {
  const ready = stories.some(({ draft }) => !draft);
  const maybe = ready ? [] : sounding().map((story) => story.id);
  return { id, title, about: about.trim().replace(/\s+/g, ' '), stories, maybe, state: ready ? 'covered' : stories.length > 0 ? 'draft' : 'gap' };
}
