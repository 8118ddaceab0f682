import { isMap, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import type { Preferences } from '../review/index.js';
import type { Level, Rubric } from '../rubric/index.js';
import { UsageError } from './errors.js';
import { didYouMean } from './suggest.js';

const LEVELS: readonly Level[] = ['off', 'hint', 'information', 'warning', 'error'];
const KEYS = ['profile', 'rules', 'wordsPerMinute'];

/** Words a minute that a person can speak and be followed. */
const PACE = { least: 60, most: 300 } as const;

/** What a folder's file asks for, and what is wrong in it. */
export interface FolderConfig {
  readonly path: string;
  readonly preferences: Preferences;
  /** `file:line:column: message`, ready to show. */
  readonly problems: readonly string[];
}

/** Reads a folder file's text; what is wrong is reported and left out, the rest holds. */
export function parseFolderConfig(text: string, path: string, rubric: Rubric): Omit<FolderConfig, 'path'> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const problems: string[] = [];
  const report = (offset: number, message: string) => {
    const { line, col } = lines.linePos(offset);
    problems.push(`${path}:${line}:${col}: ${message}`);
  };
  for (const error of document.errors) report(error.pos[0], `this is not valid YAML: ${firstLine(error.message)}`);
  const root = document.contents;
  if (document.errors.length > 0 || root === null) return { preferences: {}, problems };
  if (!isMap(root)) {
    report(offsetOf(root), `expected keys and values (${KEYS.join(', ')}).`);
    return { preferences: {}, problems };
  }
  return { preferences: readPreferences(entriesOf(root), rubric, report), problems };
}

type Report = (offset: number, message: string) => void;
type Entry = { readonly key: string; readonly at: number; readonly value: Node | null };

function readPreferences(entries: readonly Entry[], rubric: Rubric, report: Report): Preferences {
  const preferences: { -readonly [K in keyof Preferences]: Preferences[K] } = {};
  for (const { key, at, value } of entries) {
    const valueAt = value ? offsetOf(value) : at;
    try {
      if (key === 'profile') preferences.profile = checkProfile(String(plain(value)), rubric);
      else if (key === 'wordsPerMinute') preferences.wordsPerMinute = checkPace(plain(value));
      else if (key === 'rules') preferences.rules = readRules(value, valueAt, rubric, report);
      else report(at, `unknown key "${key}".${didYouMean(key, KEYS)} Known: ${KEYS.join(', ')}.`);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      report(valueAt, error.message);
    }
  }
  return preferences;
}

function readRules(value: Node | null, at: number, rubric: Rubric, report: Report): Record<string, Level> {
  if (value === null || (isScalar(value) && value.value === null)) return {};
  if (!isMap(value)) {
    report(at, '"rules" needs lines of the form "no-tradeoff: hint".');
    return {};
  }
  const rules: Record<string, Level> = {};
  for (const entry of entriesOf(value)) {
    const code = attempt(() => checkCode(entry.key, rubric), entry.at, report);
    const level = attempt(() => checkLevel(String(plain(entry.value))), entry.value ? offsetOf(entry.value) : entry.at, report);
    if (code !== undefined && level !== undefined) rules[code] = level;
  }
  return rules;
}

function attempt<T>(check: () => T, at: number, report: Report): T | undefined {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    report(at, error.message);
    return undefined;
  }
}

/** A profile's id, or a {@link UsageError} that says which one was probably meant. */
export function checkProfile(id: string, rubric: Rubric): string {
  const known = rubric.data.profiles.map((profile) => profile.id);
  if (known.includes(id)) return id;
  throw new UsageError(`unknown profile "${id}".${didYouMean(id, known)} Known: ${known.join(', ')}.`);
}

/** A finding code, or a {@link UsageError} that says which one was probably meant. */
export function checkCode(code: string, rubric: Rubric): string {
  const known = rubric.codes();
  if (known.includes(code)) return code;
  throw new UsageError(`unknown rule "${code}".${didYouMean(code, known)}`);
}

/** A level, or a {@link UsageError} that lists them. */
export function checkLevel(level: string): Level {
  const known = LEVELS.find((each) => each === level);
  if (known) return known;
  throw new UsageError(`unknown level "${level}". Use ${LEVELS.slice(0, -1).join(', ')} or ${LEVELS.at(-1)}.`);
}

function checkPace(value: unknown): number {
  if (typeof value === 'number' && value >= PACE.least && value <= PACE.most) return value;
  throw new UsageError(`"wordsPerMinute" needs a number from ${PACE.least} to ${PACE.most}.`);
}

function entriesOf(map: Node): Entry[] {
  if (!isMap(map)) return [];
  return map.items.map((pair) => {
    const key = pair.key as Node;
    return { key: String(plain(key)), at: offsetOf(key), value: (pair.value ?? null) as Node | null };
  });
}

function plain(node: Node | null): unknown {
  return isScalar(node) ? node.value : node === null ? '' : node.toString();
}

function offsetOf(node: Node): number {
  return node.range?.[0] ?? 0;
}

function firstLine(message: string): string {
  return message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, '.');
}
