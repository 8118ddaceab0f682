import type { Rubric, Signal, SignalEvidence } from '../rubric/index.js';
import { isKindOf } from './kinds.js';
import type { BankStory, BankTelling, Named } from './types.js';

type Told = Pick<BankStory, 'shapes' | 'tellings'>;

/** The signals that a story is marked with, then those it shows by what is heard in it or by what a framing is called. */
export function signalsOf(marked: readonly string[], story: Told, rubric: Rubric): Named[] {
  const declared = new Set(marked);
  const heard = rubric.data.signals.filter((signal) => !declared.has(signal.id) && story.tellings.some((telling) => shows(telling, signal, story, rubric)));
  const titleOf = (id: string): string => rubric.data.signals.find((signal) => signal.id === id)?.title ?? id;
  return [...[...declared].map((id): Named => ({ id, title: titleOf(id), declared: true })), ...heard.map(({ id, title }): Named => ({ id, title, declared: false }))];
}

/** The framing that shows a signal where the file's own telling does not. */
export function framingFor(signal: Signal, story: Told, rubric: Rubric): string | undefined {
  const showing = story.tellings.find((telling) => shows(telling, signal, story, rubric));
  return showing?.title;
}

/** True when a story of this kind would show the signal by its beats. */
export function speaksFor(shape: string, signal: Signal, rubric: Rubric): boolean {
  return signal.heard.some(({ shapes }) => shapes.some((wanted) => isKindOf(shape, wanted, rubric)));
}

function shows(telling: BankTelling, signal: Signal, { shapes }: Told, rubric: Rubric): boolean {
  if (telling.words === 0) return false;
  if (isNamedFor(telling, signal)) return true;
  return signal.heard.some((way) => way.shapes.some((wanted) => shapes.some(({ id }) => isKindOf(id, wanted, rubric))) && isHeard(way, telling));
}

function isHeard({ beats, least = beats.length }: SignalEvidence, { heard }: BankTelling): boolean {
  return beats.filter((beat) => heard.has(beat)).length >= least;
}

/** A person names a framing after what it is told for. */
function isNamedFor({ title }: BankTelling, { id, title: name, framings }: Signal): boolean {
  if (title === undefined) return false;
  const words = spaced(title);
  return [name, id, ...framings].some((part) => words.includes(spaced(part)));
}

/** Words in lower case, each between two blanks, so that one is found whole. */
function spaced(text: string): string {
  return ` ${text.toLowerCase().match(/[\p{L}\p{N}]+/gu)?.join(' ') ?? ''} `;
}
