import type { Preferences } from '../review/index.js';
import type { Rubric } from '../rubric/index.js';
import type { Level } from '../rubric/types.js';

const LEVELS: readonly string[] = ['off', 'hint', 'information', 'warning', 'error'] satisfies Level[];

/** What of the settings holds, and one sentence for each one that does not. */
export interface CheckedSettings {
  readonly preferences: Preferences;
  readonly problems: readonly string[];
}

/** Reads the editor's `starwright` settings; a value that makes no sense counts as not set. */
export function checkSettings(settings: unknown, rubric: Rubric): CheckedSettings {
  const problems: string[] = [];
  if (settings === null || settings === undefined) return { preferences: {}, problems };
  if (!isRecord(settings)) {
    return { preferences: {}, problems: ['The settings under "starwright" are not an object. They are ignored.'] };
  }
  const profile = checkProfile(settings['profile'], rubric, problems);
  const rules = checkRules(settings['rules'], rubric, problems);
  const wordsPerMinute = checkPace(settings['wordsPerMinute'], problems);
  return {
    preferences: {
      ...(profile === undefined ? {} : { profile }),
      ...(rules === undefined ? {} : { rules }),
      ...(wordsPerMinute === undefined ? {} : { wordsPerMinute }),
    },
    problems,
  };
}

function checkProfile(value: unknown, rubric: Rubric, problems: string[]): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value === 'string' && rubric.profile(value) !== undefined) return value;
  const known = rubric.data.profiles.map((profile) => profile.id).join(', ');
  problems.push(`starwright.profile is ${shown(value)}, which is no profile. Use one of: ${known}.`);
  return undefined;
}

function checkRules(value: unknown, rubric: Rubric, problems: string[]): Record<string, Level> | undefined {
  if (value === undefined || value === null) return undefined;
  if (!isRecord(value)) {
    problems.push(`starwright.rules is ${shown(value)}. Use an object such as { "no-tradeoff": "hint" }.`);
    return undefined;
  }
  const known = new Set(rubric.codes());
  const rules: Record<string, Level> = {};
  for (const [code, level] of Object.entries(value)) {
    if (!known.has(code)) problems.push(`starwright.rules names ${shown(code)}, which is no finding code.`);
    else if (typeof level === 'string' && LEVELS.includes(level)) rules[code] = level as Level;
    else problems.push(`starwright.rules sets ${code} to ${shown(level)}. Use one of: ${LEVELS.join(', ')}.`);
  }
  return rules;
}

function checkPace(value: unknown, problems: string[]): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number' && value >= 60 && value <= 300) return value;
  problems.push(`starwright.wordsPerMinute is ${shown(value)}. Use a number from 60 to 300.`);
  return undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
