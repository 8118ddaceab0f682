import type { Language } from '../review/index.js';
import type { Level, Rubric } from '../rubric/index.js';
import { RULE_LEVELS } from '../story/frontMatterKeys.js';
import { nearest } from '../story/nearest.js';

/** Words a minute that a person can speak and be followed. */
const PACE = { least: 60, most: 300 } as const;

/** A value that makes no sense: one sentence about it, and what was probably meant. */
export interface Misfit {
  readonly problem: string;
  readonly meant?: string | undefined;
}

/** A setting that makes sense, wherever it was written, or what does not. */
export type Checked<Value> = { readonly value: Value } | Misfit;

/** A profile's id, or one with overlays: "star-l+esl". */
export function checkProfile(id: unknown, rubric: Rubric): Checked<string> {
  const known = rubric.data.profiles.map((profile) => profile.id);
  if (typeof id === 'string' && rubric.profile(id)) return { value: id };
  return unknownName(`unknown profile ${shown(id)}.`, String(id), known, ` Known: ${known.join(', ')}.`);
}

/** A finding code. */
export function checkCode(code: string, rubric: Rubric): Checked<string> {
  const known = rubric.codes();
  if (known.includes(code)) return { value: code };
  const misfit = unknownName(`unknown rule ${shown(code)}.`, code, known);
  return misfit.meant === undefined ? { problem: `${misfit.problem} Use the code that stands behind a finding, such as no-tradeoff.` } : misfit;
}

/** A severity, or `off`. */
export function checkLevel(level: unknown): Checked<Level> {
  const known = Object.keys(RULE_LEVELS) as Level[];
  const value = known.find((each) => each === level);
  if (level === null || level === '') return { problem: `say how much it matters: ${known.slice(0, -1).join(', ')} or ${known.at(-1)}.` };
  return value ? { value } : unknownName(`unknown level ${shown(level)}.`, String(level), known, ` Use ${known.slice(0, -1).join(', ')} or ${known.at(-1)}.`);
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

/** The texts of a list of words that must not leave the room. What is wrong is reported without repeating it. */
export function checkTerms(value: unknown, report: (misfit: Misfit) => void): readonly string[] {
  const entries: unknown[] = Array.isArray(value) ? value : [];
  const terms = entries.filter((term) => typeof term === 'string');
  if (!Array.isArray(value) || terms.length < entries.length) report({ problem: '"confidentialTerms" needs a list of texts, such as ["Contoso Bank"].' });
  return terms;
}

/** The value, or undefined after its problem was reported. */
export function keep<Value>(checked: Checked<Value>, report: (misfit: Misfit) => void): Value | undefined {
  if ('value' in checked) return checked.value;
  report(checked);
  return undefined;
}

/** A name that is not known, with the one that was probably meant. */
export function unknownName(problem: string, name: string, known: readonly string[], rest = ''): Misfit {
  const meant = nearest(name, known);
  return { problem: `${problem}${meant === undefined ? '' : ` Did you mean "${meant}"?`}${rest}`, meant };
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
