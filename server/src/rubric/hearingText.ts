import { tablesOf, weightsIn, withTables, type HearingTables } from './hearingTables.js';
import { digitsOf, fold, readDigits, unfold } from './numberText.js';
import { readLater } from './readLater.js';
import type { Hearing } from './types.js';

/** What was learned, as texts of what its tables cannot be worked out without: what is alike stands together. */
interface Written extends Omit<Hearing, 'weights'> {
  readonly words: string;
  /** For each word, 1 when it is a feature alone, and 2 more when it is one as the first of a sentence. */
  readonly singles: string;
  /** For each word and way to stand, how many words are second to it, and these, sorted: each as what lies between it and the one before. */
  readonly counts: string;
  readonly seconds: string;
  /** For each feature, of which beats it says something: a digit to the base of 32 for every five beats. */
  readonly heard: string;
  /** For each of these, what it says. */
  readonly weights: string;
}

const BITS = 5;

/** What was learned as JSON in which its tables are short texts. */
export function writeHearing(hearing: Hearing): string {
  const { weights: _, ...head } = hearing;
  const { words, seconds, starts, alone, openings, says, beats, weights } = tablesOf(hearing);
  const parts = partsOf(head.beats.length);
  const written: Written = {
    ...head,
    words,
    singles: digits(alone.length, (word) => (alone[word]! < 0 ? 0 : 1) + (openings[word]! < 0 ? 0 : 2)),
    counts: digits(starts.length - 1, (key) => starts[key + 1]! - starts[key]!),
    seconds: digitsOfSorted(seconds, starts),
    heard: digits((says.length - 1) * parts, (at) => maskOf(beats.subarray(says[Math.floor(at / parts)]!, says[Math.floor(at / parts) + 1]!), at % parts), (mask) => mask.toString(32)),
    weights: digits(weights.length, (at) => fold(weights[at]!)),
  };
  return JSON.stringify(written);
}

function partsOf(beats: number): number {
  return Math.ceil(beats / BITS);
}

function digits(count: number, numberAt: (at: number) => number, written: (number: number) => string = digitsOf): string {
  return Array.from({ length: count }, (_, at) => written(numberAt(at))).join('');
}

function digitsOfSorted(seconds: Int32Array, starts: Int32Array): string {
  const first = new Set(starts);
  return digits(seconds.length, (at) => seconds[at]! - (first.has(at) ? 0 : seconds[at - 1]! + 1));
}

function maskOf(beats: Uint16Array, part: number): number {
  return beats.reduce((mask, beat) => (Math.floor(beat / BITS) === part ? mask | (1 << beat % BITS) : mask), 0);
}

/** What {@link writeHearing} wrote, or plain JSON. Of what was written, the features are put together only when somebody asks for them. */
export function readHearing(text: string): Hearing {
  const read = JSON.parse(text) as Written | Hearing;
  if (typeof read.weights !== 'string') return read as Hearing;
  const { words, singles, counts, seconds, heard, weights, ...head } = read as Written;
  const pairs = pairsIn(readDigits(counts), readDigits(seconds));
  const tables = { words, ...pairs, ...singlesIn(readDigits(singles), pairs.seconds.length), ...saidIn(heard, readDigits(weights), partsOf(head.beats.length)) };
  return withTables(Object.assign(readLater<Hearing>(['weights'], () => weightsIn(tables)), head), tables);
}

function pairsIn(counts: Int32Array, gaps: Int32Array): Pick<HearingTables, 'seconds' | 'starts'> {
  const starts = new Int32Array(counts.length + 1);
  const seconds = new Int32Array(gaps.length);
  let at = 0;
  for (let key = 0; key < counts.length; key++) {
    const end = at + counts[key]!;
    for (let second = -1; at < end; at++) seconds[at] = second += 1 + gaps[at]!;
    starts[key + 1] = end;
  }
  return { seconds, starts };
}

/** @param feature the number of the first that is one word */
function singlesIn(singles: Int32Array, feature: number): Pick<HearingTables, 'alone' | 'openings'> {
  const [alone, openings] = [new Int32Array(singles.length).fill(-1), new Int32Array(singles.length).fill(-1)];
  let next = feature;
  for (let word = 0; word < singles.length; word++) {
    if (singles[word]! & 1) alone[word] = next++;
    if (singles[word]! & 2) openings[word] = next++;
  }
  return { alone, openings };
}

/** @param numbers become the weights; @param parts how many digits say of which beats a feature speaks */
function saidIn(heard: string, numbers: Int32Array, parts: number): Pick<HearingTables, 'says' | 'beats' | 'weights'> {
  const says = new Int32Array(heard.length / parts + 1);
  const beats = new Uint16Array(numbers.length);
  let next = 0;
  for (let at = 0; at < heard.length; at++) {
    const part = at % parts;
    for (let mask = valueOf(heard.charCodeAt(at)); mask > 0; mask &= mask - 1) beats[next++] = part * BITS + 31 - Math.clz32(mask & -mask);
    if (part === parts - 1) says[(at + 1) / parts] = next;
  }
  for (let at = 0; at < numbers.length; at++) numbers[at] = unfold(numbers[at]!);
  return { says, beats, weights: numbers };
}

/** The number of a digit to the base of 32. */
function valueOf(digit: number): number {
  return digit < 58 ? digit - 48 : digit - 87;
}
