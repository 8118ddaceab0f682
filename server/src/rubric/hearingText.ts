import { digitsOf, fold, readDigits, unfold } from './numberText.js';
import type { Hearing } from './types.js';

/** What was learned, as texts: features of two or three words follow the first of them, and what is alike stands together. */
interface Written extends Omit<Hearing, 'weights'> {
  /** A line for each first word: it, and what follows it in each feature; nothing for itself. */
  readonly features: string;
  /** For each feature, of which beats it says something: a digit to the base of 32 for every five beats. */
  readonly heard: string;
  /** For each of these, what it says. */
  readonly weights: string;
}

const BITS = 5;

/** Weights as JSON in which they are short texts. What follows in another order means the same: each feature counts by itself. */
export function writeHearing({ weights, ...head }: Hearing): string {
  const lines = new Map<string, string[]>();
  for (const feature of Object.keys(weights).sort()) {
    const [first = ''] = feature.split(' ', 1);
    lines.set(first, [...(lines.get(first) ?? []), feature]);
  }
  const inOrder = [...lines.values()].flat();
  const written: Written = {
    ...head,
    features: [...lines].map(([first, own]) => `${first} ${own.map((feature) => feature.slice(first.length + 1)).join()}`).join('\n'),
    heard: inOrder.map((feature) => maskOf(weights[feature]!, head.beats.length)).join(''),
    weights: inOrder.flatMap((feature) => weights[feature]!.filter((_, at) => at % 2 === 1).map((weight) => digitsOf(fold(weight)))).join(''),
  };
  return JSON.stringify(written);
}

function maskOf(weights: readonly number[], beats: number): string {
  const heard = new Set(weights.filter((_, at) => at % 2 === 0));
  return Array.from({ length: Math.ceil(beats / BITS) }, (_, part) => {
    const bits = Array.from({ length: BITS }, (_, bit) => (heard.has(part * BITS + bit) ? 1 << bit : 0));
    return bits.reduce((sum, bit) => sum + bit).toString(32);
  }).join('');
}

/** What {@link writeHearing} wrote, or the same as plain JSON. */
export function readHearing(text: string): Hearing {
  const read = JSON.parse(text) as Written | Hearing;
  return typeof read.weights === 'string' ? hearingOf(read as Written) : (read as Hearing);
}

function hearingOf({ features, heard, weights, ...head }: Written): Hearing {
  const numbers = readDigits(weights);
  const width = Math.ceil(head.beats.length / BITS);
  const read: Record<string, number[]> = {};
  let [at, next] = [0, 0];
  for (const line of features.split('\n')) {
    const first = line.slice(0, line.indexOf(' '));
    for (const rest of line.slice(first.length + 1).split(',')) {
      const own: number[] = [];
      for (let beat = 0; beat < width * BITS; beat++) {
        if (heldBy(heard.charCodeAt(at + Math.floor(beat / BITS))) & (1 << beat % BITS)) own.push(beat, unfold(numbers[next++]!));
      }
      at += width;
      read[rest === '' ? first : `${first} ${rest}`] = own;
    }
  }
  return { ...head, weights: read };
}

/** The number of a digit to the base of 32. */
function heldBy(digit: number): number {
  return digit < 58 ? digit - 48 : digit - 87;
}
