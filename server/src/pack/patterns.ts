import { PatternError, parsePattern } from '../rubric/pattern.js';
import { Lexicons, trieOf } from '../rubric/lexicons.js';
import { anchored } from '../rubric/compile.js';
import { Vocabulary } from '../rubric/vocabulary.js';
import type { Cue, Lexicon, RubricData } from '../rubric/index.js';
import { didYouMean } from '../story/nearest.js';
import { TokenClass } from '../story/types.js';
import type { KindName } from './kinds.js';
import type { KeyPath } from './sourceFile.js';

/** A pattern or a lexicon entry that cannot be read, and the column of its text at which it goes wrong. */
export interface BadPattern {
  readonly kind: KindName;
  readonly id: string;
  readonly keys: KeyPath;
  readonly column: number;
  readonly message: string;
}

/** Longer than any pattern that a person can still read. */
const LONGEST_PATTERN = 2000;

/** Every pattern and lexicon entry of a rubric that the matcher would not take; those of the rubric that it was laid over are taken already. */
export function badPatterns(data: RubricData, base: RubricData): BadPattern[] {
  const lexicons = data.lexicons.filter((lexicon) => !base.lexicons.includes(lexicon)).flatMap(badEntries);
  if (lexicons.length > 0) return lexicons;
  const known = new Lexicons(trieOf(data.lexicons, new Vocabulary()));
  const names = [...Object.keys(TokenClass), ...data.lexicons.map(({ id }) => id)];
  const taken = new Set(patternsOf(base).map(({ pattern }) => pattern));
  return patternsOf(data).flatMap(({ kind, id, keys, pattern }) => {
    if (taken.has(pattern)) return [];
    const problem = problemOf(pattern, names, (sequence) => void anchored(sequence, known));
    return problem ? [{ kind, id, keys, ...problem }] : [];
  });
}

function badEntries(lexicon: Lexicon): BadPattern[] {
  if (Object.hasOwn(TokenClass, lexicon.id)) return [{ kind: 'lexicons', id: lexicon.id, keys: ['id'], column: 0, message: `"${lexicon.id}" is a class of words already. Choose another id.` }];
  return lexicon.words.flatMap((word, index) => {
    const problem = problemOf(word, [], () => void trieOf([{ ...lexicon, words: [word] }], new Vocabulary()));
    return problem ? [{ kind: 'lexicons' as const, id: lexicon.id, keys: ['words', index], ...problem }] : [];
  });
}

function problemOf(text: string, names: readonly string[], take: (sequence: ReturnType<typeof parsePattern>) => void): { column: number; message: string } | undefined {
  if (text.length > LONGEST_PATTERN) return { column: 0, message: `This pattern is longer than ${LONGEST_PATTERN} characters. Split it into several.` };
  try {
    take(parsePattern(text));
    return undefined;
  } catch (error) {
    const { message } = error as Error;
    const unknown = /no class or lexicon "\{(.+)\}"/.exec(message)?.[1];
    const hint = unknown === undefined ? '' : didYouMean(unknown, names);
    const column = error instanceof PatternError ? error.column : Math.max(0, unknown === undefined ? 0 : text.indexOf(`{${unknown}}`));
    return { column, message: `This pattern cannot be read: ${message.replace(/^\{[^}]*\} "[^"]*": /, '')}.${hint}` };
  }
}

interface Written {
  readonly kind: KindName;
  readonly id: string;
  readonly keys: KeyPath;
  readonly pattern: string;
}

function patternsOf(data: RubricData): Written[] {
  const inCues = (kind: KindName, id: string, cues: readonly Pick<Cue, 'patterns' | 'with' | 'unless'>[]): Written[] =>
    cues.flatMap((cue, index) => (['patterns', 'with', 'unless'] as const).flatMap((list) => (cue[list] ?? []).map((pattern, nth) => ({ kind, id, keys: ['cues', index, list, nth], pattern }))));
  const saidIn = (probe: RubricData['probes'][number], list: 'ifSaid' | 'unlessSaid'): Written[] => probe[list].map((pattern, nth) => ({ kind: 'probes', id: probe.id, keys: [list, nth], pattern }));
  return [
    ...data.beats.flatMap(({ id, cues }) => inCues('beats', id, cues)),
    ...data.phrases.flatMap(({ code, cues }) => inCues('phrases', code, cues)),
    ...data.shapes.flatMap(({ id, cues }) => inCues('shapes', id, cues)),
    ...data.wider.flatMap(({ code, cues }) => inCues('wider', code, cues)),
    ...data.probes.flatMap((probe) => [...inCues('probes', probe.id, probe.cues), ...saidIn(probe, 'ifSaid'), ...saidIn(probe, 'unlessSaid')]),
    ...data.wordings.flatMap(({ id, cues }) => inCues('wordings', id, cues)),
    ...data.checks.flatMap(({ code, count }) => (['patterns', 'unless', 'when'] as const).flatMap((list) => (count?.[list] ?? []).map((pattern, nth): Written => ({ kind: 'checks', id: code, keys: ['count', list, nth], pattern })))),
  ];
}
