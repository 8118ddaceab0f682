import type { Language } from '../review/index.js';
import type { Level, Rubric } from '../rubric/index.js';
import { didYouMean } from '../story/nearest.js';

const LEVELS: readonly Level[] = ['off', 'hint', 'information', 'warning', 'error'];

/** Words a minute that a person can speak and be followed. */
const PACE = { least: 60, most: 300 } as const;

/** A setting that makes sense, wherever it was written, or one sentence about what does not. */
export type Checked<Value> = { readonly value: Value } | { readonly problem: string };

/** A profile's id, or one with overlays: "star-l+esl". */
export function checkProfile(id: unknown, rubric: Rubric): Checked<string> {
  const known = rubric.data.profiles.map((profile) => profile.id);
  if (typeof id === 'string' && rubric.profile(id)) return { value: id };
  return { problem: `unknown profile ${shown(id)}.${didYouMean(String(id), known)} Known: ${known.join(', ')}.` };
}

/** A finding code. */
export function checkCode(code: string, rubric: Rubric): Checked<string> {
  const known = rubric.codes();
  return known.includes(code) ? { value: code } : { problem: `unknown rule ${shown(code)}.${didYouMean(code, known)}` };
}

/** A severity, or `off`. */
export function checkLevel(level: unknown): Checked<Level> {
  const known = LEVELS.find((each) => each === level);
  return known ? { value: known } : { problem: `unknown level ${shown(level)}. Use ${LEVELS.slice(0, -1).join(', ')} or ${LEVELS.at(-1)}.` };
}

/** A speaking rate in words a minute. */
export function checkPace(value: unknown): Checked<number> {
  if (typeof value === 'number' && value >= PACE.least && value <= PACE.most) return { value };
  return { problem: `"wordsPerMinute" needs a number from ${PACE.least} to ${PACE.most}.` };
}

/** `auto`, or `en` for a person who writes in English whatever it looks like. */
export function checkLanguage(value: unknown): Checked<Language> {
  if (value === 'auto' || value === 'en') return { value };
  return { problem: `unknown language ${shown(value)}. Use "auto" or "en".` };
}

/** A setting that is on or off. */
export function checkSwitch(value: unknown): Checked<boolean> {
  if (typeof value === 'boolean') return { value };
  return { problem: `use true or false, not ${shown(value)}.` };
}

/** One folder or a list of them. */
export function checkFolders(value: unknown): Checked<readonly string[]> {
  const folders: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (folders.every((folder) => typeof folder === 'string')) return { value: folders };
  return { problem: 'use a list of folders such as ["rubric"].' };
}

/** The value, or undefined after its problem was reported. */
export function keep<Value>(checked: Checked<Value>, report: (problem: string) => void): Value | undefined {
  if ('value' in checked) return checked.value;
  report(checked.problem);
  return undefined;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
