import type { Preferences } from '../review/index.js';
import type { Level, Rubric } from '../rubric/index.js';
import { isDefault, type SETTINGS } from './settings.js';
import { checkCode, checkFolders, checkLanguage, checkLevel, checkPace, checkProfile, checkSwitch, checkTerms, keep, type Checked } from './values.js';

/** What of the settings holds, and one sentence for each one that does not. */
export interface CheckedSettings {
  readonly preferences: Preferences;
  readonly problems: readonly string[];
}

/** What a person wants to be shown of a review. */
export interface Shown {
  /** False where no findings are wanted; times, hovers and completion stay. */
  readonly findings: boolean;
  readonly codeLens: boolean;
  readonly inlayHints: boolean;
}

/** The editor's settings; the folder file has no say in what the editor shows. */
export interface EditorSettings extends CheckedSettings {
  readonly shown: Shown;
}

const SHOWN: Shown = { findings: true, codeLens: true, inlayHints: false };

/** Reads the editor's `starwright` settings; a value that makes no sense counts as not set. */
export function checkSettings(settings: unknown, rubric: Rubric): EditorSettings {
  const problems: string[] = [];
  if (settings === null || settings === undefined) return { preferences: {}, shown: SHOWN, problems };
  if (!isRecord(settings)) return { preferences: {}, shown: SHOWN, problems: ['The settings under "starwright" are not an object. They are ignored.'] };
  const take = <T>(key: keyof typeof SETTINGS, check: (value: unknown) => Checked<T>): T | undefined => {
    const value = settings[key];
    return isDefault(key, value) ? undefined : keep(check(value), ({ problem }) => problems.push(`starwright.${key}: ${problem}`));
  };
  const preferences: Preferences = {
    profile: take('profile', (value) => checkProfile(value, rubric)),
    rules: take('rules', (value) => readRules(value, rubric, problems)),
    wordsPerMinute: take('wordsPerMinute', checkPace),
    language: take('language', checkLanguage),
    confidentialTerms: take('confidentialTerms', (value) => ({ value: checkTerms(value, ({ problem }) => problems.push(`starwright.confidentialTerms: ${problem}`)) })),
  };
  take('rubric', checkFolders);
  const on = (key: keyof typeof SETTINGS, otherwise: boolean): boolean => take(key, checkSwitch) ?? otherwise;
  const shown = { findings: on('validate', SHOWN.findings), codeLens: on('codeLens', SHOWN.codeLens), inlayHints: on('inlayHints', SHOWN.inlayHints) };
  return { preferences: Object.fromEntries(Object.entries(preferences).filter(([, value]) => value !== undefined)), shown, problems };
}

/** The folders that the settings name as rubrics of a person's own, as written. */
export function namedRubrics(settings: unknown): string[] {
  const named = isRecord(settings) ? settings['rubric'] : undefined;
  return (Array.isArray(named) ? named : [named]).filter((folder): folder is string => typeof folder === 'string' && folder !== '');
}

function readRules(value: unknown, rubric: Rubric, problems: string[]): Checked<Record<string, Level>> {
  if (!isRecord(value)) return { problem: 'use an object such as { "no-tradeoff": "hint" }.' };
  const rules: Record<string, Level> = {};
  for (const [key, written] of Object.entries(value)) {
    const code = keep(checkCode(key, rubric), ({ problem }) => problems.push(`starwright.rules: ${problem}`));
    const level = keep(checkLevel(written), ({ problem }) => problems.push(`starwright.rules, "${key}": ${problem}`));
    if (code !== undefined && level !== undefined) rules[code] = level;
  }
  return { value: rules };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
