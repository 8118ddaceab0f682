import type { Check, Level, PlanStep, Probe, RubricData, Signal } from '../rubric/index.js';

/** What a pack leaves out, by kind. */
export interface Off {
  readonly findings?: readonly string[];
  readonly beats?: readonly string[];
  readonly shapes?: readonly string[];
  readonly profiles?: readonly string[];
  readonly templates?: readonly string[];
  readonly questions?: readonly string[];
  readonly wordings?: readonly string[];
}

/** A rubric without some of its things, and without what was only about them. */
export function withoutThings(data: RubricData, off: Off): RubricData {
  const { findings, beats, shapes, profiles, templates, questions, wordings } = { findings: [], beats: [], shapes: [], profiles: [], templates: [], questions: [], wordings: [], ...off };
  const silenced = <T extends { readonly code: string; readonly severity: Level }>(criterion: T): T => (findings.includes(criterion.code) ? { ...criterion, severity: 'off' } : criterion);
  const stillHeard = (asked: Readonly<Record<string, Level>>): Record<string, Level> => Object.fromEntries(Object.entries(asked).filter(([beat]) => !beats.includes(beat)));
  const without = <T extends { readonly id: string }>(list: readonly T[], ids: readonly string[]): T[] => list.filter(({ id }) => !ids.includes(id));
  const stillAbout = <T extends { readonly shapes: readonly string[] }>(list: readonly T[]): T[] =>
    list.flatMap((item) => {
      const left = item.shapes.filter((id) => !shapes.includes(id));
      return item.shapes.length > 0 && left.length === 0 ? [] : [{ ...item, shapes: left }];
    });
  const known = (ids: readonly string[]): string[] => ids.filter((id) => !beats.includes(id));
  const knownShapes = (ids: readonly string[]): string[] => ids.filter((id) => !shapes.includes(id));
  /** A probe that nothing is left to raise goes. */
  const stillRaised = (probe: Probe): Probe[] => {
    const left = { ...probe, heard: known(probe.heard), missing: known(probe.missing), unlessHeard: known(probe.unlessHeard) };
    return [...left.heard, ...left.missing, ...left.findings, ...left.cues].length > 0 ? [left] : [];
  };
  const countsAll = ({ beats: counted = [] }: Check): boolean => counted.every((id) => !beats.includes(id));
  /** Something that only a beat or a shape that is gone could tell is heard no more. */
  const stillTells = ({ heard, ...signal }: Signal): Signal => ({
    ...signal,
    heard: heard.flatMap((way) => {
      const left = { ...way, shapes: knownShapes(way.shapes), beats: known(way.beats) };
      return left.shapes.length > 0 && left.beats.length >= (way.least ?? way.beats.length) ? [left] : [];
    }),
  });
  /** A step about kinds of story that are gone goes, and so does one that asked for a beat alone. */
  const stillToDo = (step: PlanStep): PlanStep[] => {
    if (step.done === undefined) return [step];
    const done = { ...step.done, shapes: knownShapes(step.done.shapes), beats: known(step.done.beats) };
    const lost = (before: readonly string[], now: readonly string[]): boolean => before.length > 0 && now.length === 0;
    const noKind = lost(step.done.shapes, done.shapes) && done.signals.length === 0;
    return noKind || lost(step.done.beats, done.beats) ? [] : [{ ...step, done }];
  };
  return {
    ...data,
    beats: without(data.beats, beats).map((beat) => ({ ...beat, gaps: beat.gaps.filter((gap) => [...gap.heard, ...gap.alsoMissing].every((id) => !beats.includes(id))).map((gap) => silenced({ ...gap, surerWith: known(gap.surerWith), doubtfulWith: known(gap.doubtfulWith) })) })),
    phrases: stillAbout(data.phrases).map((phrase) => silenced({ ...phrase, unlessHeard: known(phrase.unlessHeard) })),
    checks: stillAbout(data.checks).filter(countsAll).map(silenced),
    shapes: without(data.shapes, shapes).map((shape) => ({ ...shape, beats: stillHeard(shape.beats) })),
    profiles: without(data.profiles, profiles).map((profile) => ({ ...profile, beats: stillHeard(profile.beats), themes: knownShapes(profile.themes) })),
    templates: without(data.templates, templates),
    questions: without(data.questions, questions).map((question) => ({ ...question, shapes: knownShapes(question.shapes) })),
    signals: data.signals.map(stillTells),
    wider: data.wider.map((criterion) => (criterion.beats ? { ...criterion, beats: known(criterion.beats) } : criterion)),
    loops: data.loops.map((loop) => ({ ...loop, rounds: loop.rounds.map((round) => ({ ...round, shapes: knownShapes(round.shapes) })) })),
    plans: data.plans.map((plan) => ({ ...plan, steps: plan.steps.flatMap(stillToDo) })),
    probes: stillAbout(data.probes).flatMap(stillRaised),
    wordings: stillAbout(without(data.wordings, wordings)).map((wording) => ({ ...wording, beats: known(wording.beats) })),
  };
}

/** Names that are to be left out and are not there, with the kind they are listed under. */
export function unknownNames(data: RubricData, off: Off): { kind: keyof Off; index: number; name: string; known: string[] }[] {
  const ids = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id);
  const codes = [...data.beats.flatMap(({ gaps }) => gaps), ...data.phrases, ...data.checks].map(({ code }) => code);
  const known: Record<keyof Off, string[]> = { findings: codes, beats: ids(data.beats), shapes: ids(data.shapes), profiles: ids(data.profiles), templates: ids(data.templates), questions: ids(data.questions), wordings: ids(data.wordings) };
  return (Object.keys(known) as (keyof Off)[]).flatMap((kind) => (off[kind] ?? []).flatMap((name, index) => (known[kind].includes(name) ? [] : [{ kind, index, name, known: known[kind] }])));
}
