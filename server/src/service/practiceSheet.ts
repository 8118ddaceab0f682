import { planProgress, practice, type PlanProgress, type PracticedStory } from '../rehearse/index.js';
import type { Rubric } from '../rubric/index.js';
import type { BankContents } from './bankOverview.js';

/** What to practise: stories by when to tell them next, and a plan by what is left of it. */
export interface PracticeSheet {
  /** The most urgent first. */
  readonly stories: readonly PracticedStory[];
  /** How many stories wait until they are ready. */
  readonly drafts: number;
  /** The plans there are, with how long all of each takes in minutes. */
  readonly plans: readonly { readonly id: string; readonly title: string; readonly summary: string; readonly minutes: number }[];
  /** The one that was asked for; absent when there is none of that name. */
  readonly plan?: PlanProgress;
  /** What to ask oneself after a try. */
  readonly checklist: readonly string[];
  /** False while stories are still being read. */
  readonly complete: boolean;
}

/** What to practise on a day. `ticks` are the ids of the plan's steps that the person has ticked. */
export function practiceSheet({ stories, complete }: BankContents, rubric: Rubric, today: string, chosen: string | undefined, ticks: readonly string[]): PracticeSheet {
  const { plans, wider } = rubric.data;
  const plan = plans.find(({ id }) => id === chosen);
  return {
    stories: practice(stories, today),
    drafts: stories.filter(({ status }) => status === 'draft').length,
    plans: plans.map(({ id, title, summary, steps }) => ({ id, title, summary: summary.trim(), minutes: steps.reduce((sum, { minutes }) => sum + minutes, 0) })),
    ...(plan && { plan: planProgress(plan, stories, rubric, today, new Set(ticks)) }),
    checklist: wider.find(({ code }) => code === 'rehearsal-checklist')?.questions ?? [],
    complete,
  };
}
