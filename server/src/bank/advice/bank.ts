import type { Broken, ReviewOptions } from '../../review/index.js';
import type { Profile, Rubric } from '../../rubric/index.js';
import type { BankStory, CoverageRow } from '../types.js';

/** What the criteria of the bank are judged by. */
export interface Bank {
  /** Those in use. */
  readonly stories: readonly BankStory[];
  readonly themes: readonly CoverageRow[];
  readonly signals: readonly CoverageRow[];
  readonly rubric: Rubric;
  readonly profile: Profile;
  /** `2026-11-20` */
  readonly today: string;
  readonly options: ReviewOptions;
  /** The stories in use by their titles, as {@link titleKey} spells them. */
  readonly byTitle: ReadonlyMap<string, readonly BankStory[]>;
  /** Takes what threw. */
  readonly broken: Broken[];
}

/** What stands for the placeholders of a message. */
export type Values = Readonly<Record<string, string | number>>;

/** A message with its placeholders filled in. */
export function filled(message: string, values: Values): string {
  return message.replace(/\{(\w+)\}/g, (slot, name: string) => String(values[name] ?? slot));
}

/** Two titles that differ in capitals or white space only are one. */
export function titleKey({ title }: BankStory): string {
  return title.toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Stories by their titles, so that each is compared with its namesakes alone. */
export function byTitle(stories: readonly BankStory[]): ReadonlyMap<string, readonly BankStory[]> {
  const groups = new Map<string, BankStory[]>();
  for (const story of stories) {
    const key = titleKey(story);
    const group = groups.get(key);
    if (group) group.push(story);
    else groups.set(key, [story]);
  }
  return groups;
}
