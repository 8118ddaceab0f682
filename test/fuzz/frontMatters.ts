import { builtinRubric } from '../../server/src/rubric/builtin.js';
import { edited } from './edits.js';
import { many, pick, type Roll } from './roll.js';

const { data } = builtinRubric();
const NAMES = [...data.shapes, ...data.signals, ...data.profiles, ...data.questions].map(({ id }) => id);
const CODES = builtinRubric().codes();
const KEYS = ['star', 'title', 'shape', 'signals', 'profile', 'status', 'metrics', 'questions', 'rehearsed', 'rules', 'aliases', 'tags', 'name', 'before', 'after', 'window', 'confidence', 'source', 'date', 'seconds', 'note', '__proto__', 'constructor', 'toString', '<<', '?', '1', 'true', '""', 'wordsPerMinute', 'confidentialTerms', 'off', 'star-l+esl'];
const PLAIN = ['1', 'true', 'draft', 'retired', 'no', 'null', '~', '', '4%', '1.5', '0x1f', '.inf', '-.NaN', '2026-11-20', '2026-13-99', '12:30:45', 'off', 'hint', 'warning', 'error', '90', '-1', '1e400', '!!binary aGk=', '!!set {a, b}', '!<x> y', '&a b', '*a', '*', '"a\\u0000b"', '"\\ud800"', "'it''s'", '"open', "'open", '[', '{', ']', '}', '- -', '? a', '| \n    text', '>-\n    text', '%YAML 1.1', '@x', '`x`', 'a: b', 'a #b', '# c', '"A: title"  # mine', '😀', '\u2028', '\ufeff', '\tx', 'Harbour Lane'];

/** A value in YAML: a plain one, a list, a map, or a mistake. `deep` levels more may follow. */
function value(roll: Roll, indent: string, deep: number): string {
  const kind = roll(12);
  if (kind < 4 || deep === 0) return ` ${roll(3) === 0 ? pick(roll, NAMES) : pick(roll, PLAIN)}`;
  if (kind === 4) return ` ${edited(pick(roll, [...NAMES, ...CODES]), roll)}`;
  if (kind === 5) return ` [${many(roll, 0, 3, () => `${pick(roll, [...NAMES, ...PLAIN])}${pick(roll, [', ', ', ', ' '])}`)}${pick(roll, [']', ']', ''])}`;
  if (kind === 6) return ` { ${many(roll, 0, 3, () => `${pick(roll, [...KEYS, ...CODES])}:${value(roll, indent, 0)}${pick(roll, [', ', ', ', ''])}`)}${pick(roll, ['}', '}', ''])}`;
  if (kind === 7) return many(roll, 1, 3, () => `\n${indent}${pick(roll, ['', '  '])}-${value(roll, `${indent}  `, deep - 1)}`);
  if (kind === 8) return ` &x${value(roll, indent, deep - 1)}`;
  return many(roll, 1, 3, () => `\n${indent}${pick(roll, ['  ', '  ', ' ', '\t', ''])}${pick(roll, [...KEYS, ...CODES])}:${value(roll, `${indent}  `, deep - 1)}`);
}

/** Lines of YAML with the keys that mean something. */
export function yaml(roll: Roll, keys: readonly string[] = KEYS): string {
  return many(roll, 0, 6, () => `${pick(roll, keys)}${pick(roll, [':', ':', ':', ':', '', ' :'])}${value(roll, '', 3)}\n`);
}

/** Front matter, or what looks like it. */
export function frontMatter(roll: Roll): string {
  const begin = pick(roll, ['---\n', '---\n', '---\n', '---\n', '--- \n', '\ufeff---\n', '----\n', '\n---\n', '---\r\n', '--- # x\n']);
  return `${begin}${yaml(roll)}${pick(roll, ['---\n', '---\n', '---\n', '---\n', '...\n', '--- \n', '---', '---x\n', ''])}`;
}
