import { isMap, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import type { Preferences } from '../review/index.js';
import type { Level, Rubric } from '../rubric/index.js';
import { didYouMean } from '../story/nearest.js';
import { checkCode, checkLevel, checkPace, checkProfile, keep } from './values.js';

const KEYS = ['profile', 'rules', 'wordsPerMinute'];

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
    const wrong = (problem: string): void => report(valueAt, problem);
    if (key === 'profile') preferences.profile = keep(checkProfile(plain(value), rubric), wrong);
    else if (key === 'wordsPerMinute') preferences.wordsPerMinute = keep(checkPace(plain(value)), wrong);
    else if (key === 'rules') preferences.rules = readRules(value, valueAt, rubric, report);
    else report(at, `unknown key "${key}".${didYouMean(key, KEYS)} Known: ${KEYS.join(', ')}.`);
  }
  // What was left out must not hide what weaker settings say.
  return Object.fromEntries(Object.entries(preferences).filter(([, value]) => value !== undefined));
}

function readRules(value: Node | null, at: number, rubric: Rubric, report: Report): Record<string, Level> {
  if (value === null || (isScalar(value) && value.value === null)) return {};
  if (!isMap(value)) {
    report(at, '"rules" needs lines of the form "no-tradeoff: hint".');
    return {};
  }
  const rules: Record<string, Level> = {};
  for (const entry of entriesOf(value)) {
    const code = keep(checkCode(entry.key, rubric), (problem) => report(entry.at, problem));
    const level = keep(checkLevel(levelOf(entry.value)), (problem) => report(entry.value ? offsetOf(entry.value) : entry.at, problem));
    if (code !== undefined && level !== undefined) rules[code] = level;
  }
  return rules;
}

/** YAML 1.1 readers take a bare `off` for false. */
function levelOf(value: Node | null): unknown {
  const level = plain(value);
  return level === false ? 'off' : level;
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
