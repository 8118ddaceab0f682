import { isMap, isScalar, isSeq, parseDocument, type Node } from 'yaml';
import type { Preferences } from '../review/index.js';
import type { Level, Rubric } from '../rubric/index.js';
import type { Range } from '../story/index.js';
import { wholeCharacters } from '../story/ranges.js';
import { repeatedKey } from '../story/yamlKeys.js';
import { withYamlEndings } from '../story/yamlLines.js';
import { FOLDER_KEYS } from './settings.js';
import { checkCode, checkLevel, checkPace, checkProfile, checkTerms, keep, unknownName, type Misfit } from './values.js';

/** Something wrong in a folder file's text, and where. */
export interface FolderProblem extends Range {
  readonly message: string;
  /** What was probably meant there. */
  readonly meant?: string | undefined;
}

/** What a folder file asks for, and what is wrong in it. */
export interface FolderText {
  readonly preferences: Preferences;
  readonly problems: readonly FolderProblem[];
}

/** In characters; and how many places of broken YAML are named. */
const [LONGEST, MOST_ERRORS] = [100_000, 20];

/** Reads a folder file's text; what is wrong is reported and left out, the rest holds. */
export function parseFolderFile(text: string, rubric: Rubric): FolderText {
  const problems: FolderProblem[] = [];
  const report: Report = (range, { problem, meant }) => problems.push({ ...wholeCharacters(text, range), message: problem, ...(meant === undefined ? {} : { meant }) });
  if (text.length > LONGEST) {
    report({ start: 0, end: 1 }, { problem: 'it is too large for a folder file, and is not read.' });
    return { preferences: {}, problems };
  }
  const document = parseDocument(withYamlEndings(text), { logLevel: 'silent', uniqueKeys: false });
  const twice = repeatedKey(document);
  if (twice) report(twice, { problem: 'this key is there twice. Write it once.' });
  for (const { pos, message } of document.errors.slice(0, MOST_ERRORS)) report({ start: pos[0], end: Math.max(pos[1], pos[0] + 1) }, { problem: `this is not valid YAML: ${firstLine(message)}` });
  const root = document.contents;
  if (problems.length > 0 || root === null) return { preferences: {}, problems };
  if (!isMap(root)) {
    report(rangeOf(root), { problem: `expected keys and values (${Object.keys(FOLDER_KEYS).join(', ')}).` });
    return { preferences: {}, problems };
  }
  return { preferences: readPreferences(entriesOf(root), rubric, report), problems };
}

type Report = (at: Range, misfit: Misfit) => void;
type Entry = { readonly key: string; readonly at: Range; readonly value: Node | null };

function readPreferences(entries: readonly Entry[], rubric: Rubric, report: Report): Preferences {
  const preferences: { -readonly [K in keyof Preferences]: Preferences[K] } = {};
  for (const { key, at, value } of entries) {
    const valueAt = value ? rangeOf(value) : at;
    const wrong = (misfit: Misfit): void => report(valueAt, misfit);
    if (isNothing(value) && Object.hasOwn(FOLDER_KEYS, key)) continue;
    if (key === 'profile') preferences.profile = keep(checkProfile(plain(value), rubric), wrong);
    else if (key === 'wordsPerMinute') preferences.wordsPerMinute = keep(checkPace(plain(value)), wrong);
    else if (key === 'rules') preferences.rules = readRules(value, valueAt, rubric, report);
    else if (key === 'confidentialTerms') preferences.confidentialTerms = checkTerms(listOf(value), wrong);
    else report(at, unknownName(`unknown key "${key}".`, key, Object.keys(FOLDER_KEYS), ` Known: ${Object.keys(FOLDER_KEYS).join(', ')}.`));
  }
  // What was left out must not hide what weaker settings say.
  return Object.fromEntries(Object.entries(preferences).filter(([, value]) => value !== undefined));
}

function readRules(value: Node | null, at: Range, rubric: Rubric, report: Report): Record<string, Level> {
  if (!isMap(value)) {
    report(at, { problem: '"rules" needs lines of the form "no-tradeoff: hint".' });
    return {};
  }
  const rules: Record<string, Level> = {};
  for (const entry of entriesOf(value)) {
    const code = keep(checkCode(entry.key, rubric), (misfit) => report(entry.at, misfit));
    const level = keep(checkLevel(levelOf(entry.value)), (misfit) => report(isNothing(entry.value) ? entry.at : rangeOf(entry.value!), misfit));
    if (code !== undefined && level !== undefined) rules[code] = level;
  }
  return rules;
}

/** YAML 1.1 readers take a bare `off` for false. */
function levelOf(value: Node | null): unknown {
  const level = plain(value);
  return level === false ? 'off' : level;
}

/** A list's texts; a number or a date written without quotes is text too. */
function listOf(value: Node | null): unknown {
  return isSeq(value) ? value.items.map((item) => (isScalar(item) && item.value !== null ? String(item.source ?? item.value) : undefined)) : undefined;
}

function entriesOf(map: Node): Entry[] {
  if (!isMap(map)) return [];
  return map.items.map((pair) => {
    const key = pair.key as Node;
    return { key: String(plain(key)), at: rangeOf(key), value: (pair.value ?? null) as Node | null };
  });
}

function isNothing(node: Node | null): boolean {
  return node === null || (isScalar(node) && node.value === null);
}

function plain(node: Node | null): unknown {
  return isScalar(node) ? node.value : node === null ? '' : node.toString();
}

function rangeOf(node: Node): Range {
  const [start = 0, end = 0] = node.range ?? [];
  return { start, end: Math.max(end, start + 1) };
}

function firstLine(message: string): string {
  return message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, '.');
}
