import type { BankStory } from '../bank/index.js';
import { isKindOf } from '../bank/kinds.js';
import type { Rubric } from '../rubric/index.js';
import type { PlanStep, PreparationPlan, StepDone } from '../rubric/types.js';
import { daysSince } from './practice.js';
import type { PlannedStep, PlanProgress, StepNeed } from './types.js';

/** What is known on a day. */
interface Known {
  readonly stories: readonly BankStory[];
  readonly rubric: Rubric;
  /** As `2026-11-20`. */
  readonly today: string;
}

/** A preparation plan held against the stories of a bank: what is done and by which stories, what is next, and what it needs. `ticks` are ids of steps. */
export function planProgress(plan: PreparationPlan, stories: readonly BankStory[], rubric: Rubric, today: string, ticks: ReadonlySet<string>): PlanProgress {
  const known = { stories: stories.filter(({ status }) => status !== 'retired'), rubric, today };
  const judged = plan.steps.map((step) => ({ step, ...(step.done ? judge(step.done, known) : byHand(ticks.has(step.id))) }));
  const next = judged.find(({ need }) => need)?.step;
  const steps = judged.map(({ step, ...found }) => planned(step, found, step === next));
  const minutesLeft = steps.reduce((sum, { state, minutes }) => sum + (state === 'done' ? 0 : minutes), 0);
  return { id: plan.id, title: plan.title, summary: plan.summary.trim(), steps, minutesLeft };
}

interface Judged {
  readonly stories: readonly BankStory[];
  /** How many of what the step wants there are. */
  readonly reached: number;
  readonly need: StepNeed | undefined;
}

function planned({ id, title, do: about, minutes, done }: PlanStep, { stories, reached, need }: Judged, next: boolean): PlannedStep {
  const state = need === undefined ? 'done' : next ? 'next' : 'open';
  return { id, title, about: about.trim(), minutes, state, ticked: done === undefined, wanted: done ? wantedBy(done) : 0, reached, stories: stories.map(named), ...(need && { need }) };
}

function byHand(ticked: boolean): Judged {
  return { stories: [], reached: 0, need: ticked ? undefined : { what: 'tick' } };
}

/** Whatever is begun is finished before something new is written. */
function judge(done: StepDone, known: Known): Judged {
  const judged = known.stories.filter((story) => counts(story, done, known.rubric)).map((story) => ({ story, lacks: lacksOf(story, done, known) }));
  const stories = judged.filter(({ lacks }) => lacks.length === 0).map(({ story }) => story);
  const open = done.shapes.filter((kind) => !stories.some((story) => isOfKind(story, [kind], known.rubric)));
  const reached = done.each ? done.shapes.length - open.length : stories.length;
  if (reached >= wantedBy(done)) return { stories, reached, need: undefined };
  const helps = done.each ? judged.filter(({ story }) => isOfKind(story, open, known.rubric)) : judged;
  const [nearest] = helps.filter(({ lacks }) => lacks.length > 0).sort((a, b) => a.lacks.length - b.lacks.length);
  return { stories, reached, need: nearest?.lacks[0] ?? toWrite(done, known) };
}

function wantedBy({ each, shapes, stories }: StepDone): number {
  return each ? shapes.length : stories;
}

function counts(story: BankStory, { shapes, signals }: StepDone, rubric: Rubric): boolean {
  if (shapes.length + signals.length === 0) return true;
  return isOfKind(story, shapes, rubric) || story.signals.some(({ id }) => signals.includes(id));
}

function isOfKind(story: BankStory, shapes: readonly string[], rubric: Rubric): boolean {
  return story.shapes.some(({ id }) => shapes.some((wider) => isKindOf(id, wider, rubric)));
}

/** What a story lacks for a step, in the order in which it is best done. */
function lacksOf(story: BankStory, { beats, cues, fits, followUps, rehearsed }: StepDone, { rubric, today }: Known): StepNeed[] {
  const missing = beats.filter((id) => story.tellings.every(({ heard }) => !heard.has(id)));
  const ago = daysSince(story.rehearsed, today);
  const lacks: readonly (StepNeed | false)[] = [
    missing.length > 0 && { what: 'beats', missing: missing.map((id) => rubric.beat(id)?.title ?? id) },
    fits === true && story.tellings[0].seconds > story.maxSeconds && { what: 'shorten' },
    story.status === 'draft' && { what: 'finish' },
    cues !== undefined && story.cues < cues && { what: 'cues' },
    followUps !== undefined && story.followUps < followUps && { what: 'follow-ups' },
    rehearsed !== undefined && (ago === undefined || ago > rehearsed) && { what: 'rehearse' },
  ];
  return lacks.flatMap((lack) => (lack ? [{ ...lack, story: named(story) }] : []));
}

/** The first kind that the bank has no story of. */
function toWrite({ shapes, signals }: StepDone, { stories, rubric }: Known): StepNeed {
  const kinds = shapes.length > 0 ? shapes : kindsThatShow(signals, rubric);
  const id = kinds.find((kind) => !stories.some((story) => isOfKind(story, [kind], rubric))) ?? kinds[0];
  const shape = id === undefined ? undefined : rubric.shape(id);
  return { what: 'write', ...(shape && { shape: { id: shape.id, title: shape.title } }) };
}

/** Those that show them most of all first. */
function kindsThatShow(signals: readonly string[], rubric: Rubric): string[] {
  const shown = rubric.data.shapes.map((shape) => ({ id: shape.id, place: shape.signals.findIndex((id) => signals.includes(id)) }));
  return shown.filter(({ place }) => place >= 0).sort((a, b) => a.place - b.place).map(({ id }) => id);
}

function named({ id, title }: BankStory): { readonly id: string; readonly title: string } {
  return { id, title };
}
