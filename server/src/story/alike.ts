import { countUntil } from './ranges.js';
import type { Aside, Section, Sentence, Story, Telling } from './types.js';

/** True when two files tell the same words in the same sections: only places and markup differ. */
export function tellsTheSame(a: Story, b: Story): boolean {
  return a.title?.value === b.title?.value && same(a.tellings, b.tellings, sameTelling) && same(a.asides, b.asides, (x, y) => sameAside(a, x, b, y)) && same(silenced(a), silenced(b), (x, y) => x === y);
}

/** True when two stretches of prose are the same sentences, word by word. */
export function sameSentences(a: readonly Sentence[], b: readonly Sentence[]): boolean {
  return same(a, b, (x, y) => x.step === y.step && x.bullet === y.bullet && x.words === y.words && x.slots.length === y.slots.length && same(x.tokens, y.tokens, (t, u) => t.word === u.word && t.classes === u.classes));
}

/** True when two tellings have the same title and the same sections. */
export function sameTelling(a: Telling, b: Telling): boolean {
  return a.title === b.title && same(a.sections, b.sections, sameSection);
}

/** True when two sections play the same roles and say the same. */
export function sameSection(a: Section, b: Section): boolean {
  return a.role === b.role && a.covers.join() === b.covers.join() && a.words === b.words && same(a.steps, b.steps, (x, y) => x.kind === y.kind) && sameSentences(a.sentences, b.sentences);
}

function sameAside(a: Story, x: Aside, b: Story, y: Aside): boolean {
  return x.kind === y.kind && x.telling === y.telling && lettersOf(a.text, x.label.bodyStart, x.end) === lettersOf(b.text, y.label.bodyStart, y.end);
}

function lettersOf(text: string, start: number, end: number): string {
  return text.slice(start, end).replace(/[\s>]+/g, '');
}

/** Which labels and sentences each suppression silences: the first and the last of them by number. */
function silenced(story: Story): string[] {
  const told = story.tellings.flatMap(({ sections }) => sections.flatMap((section) => [...(section.label ? [section.label] : []), ...section.sentences])).sort((a, b) => a.start - b.start);
  return story.suppressions.map(({ form, codes, covers }) => `${form} ${codes.map(({ code }) => code).join()} ${countUntil(told, ({ end }) => end <= covers.start)}-${countUntil(told, ({ start }) => start < covers.end)}`);
}

function same<T>(a: readonly T[], b: readonly T[], equal: (a: T, b: T) => boolean): boolean {
  return a.length === b.length && a.every((item, index) => equal(item, b[index]!));
}
