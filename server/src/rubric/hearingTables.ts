import { placeIn } from './numberLists.js';
import type { Hearing } from './types.js';

/** How the two words of a feature stand to each other: side by side, with a word between, or as the first two of a sentence. */
export const Apart = { none: 0, one: 1, opening: 2 } as const;
/** So many ways there are. */
export const APARTS = 3;

/** What was learned, as tables of numbers: a feature is a word, a word that opens a sentence, or two words. */
export interface HearingTables {
  /** The words in the order of their numbers, with a space between them. */
  readonly words: string;
  /** The second words of pairs, sorted for each first word and way to stand; the place of one is the number of its feature. */
  readonly seconds: Int32Array;
  /** By `APARTS * first + apart`, where in `seconds` its own begin; in the end, where the last ones end. */
  readonly starts: Int32Array;
  /** By word, the number of its feature, anywhere and as the first of a sentence; -1 for none. */
  readonly alone: Int32Array;
  readonly openings: Int32Array;
  /** By feature, where what it says begins; in the end, where the last one ends. */
  readonly says: Int32Array;
  /** What features say: of which beat, by its number, and how much, in hundredths of a logit. */
  readonly beats: Uint16Array;
  readonly weights: Int32Array;
}

/** The number of the feature of two words; -1 for none. */
export function pairIn({ seconds, starts }: HearingTables, first: number, second: number, apart: number): number {
  return placeIn(seconds, starts[APARTS * first + apart]!, starts[APARTS * first + apart + 1]!, second);
}

/** A feature as it is written: its words, the second undefined for a single one. */
interface FeatureWords {
  readonly first: string;
  readonly second: string | undefined;
  readonly apart: number;
}

const CARET = 0x5e;

function wordsIn(feature: string): FeatureWords {
  const opening = feature.charCodeAt(0) === CARET;
  const end = feature.indexOf(' ');
  const last = feature.lastIndexOf(' ');
  const apart = opening ? Apart.opening : last > end ? Apart.one : Apart.none;
  return { first: feature.slice(opening ? 1 : 0, end < 0 ? undefined : end), second: end < 0 ? undefined : feature.slice(last + 1), apart };
}

const known = new WeakMap<Hearing, HearingTables>();

/** The tables of what was learned: those it was read with, or made of its features once. */
export function tablesOf(hearing: Hearing): HearingTables {
  const tables = known.get(hearing) ?? tablesFrom(hearing);
  known.set(hearing, tables);
  return tables;
}

/** What was learned, of which the tables are known. */
export function withTables(hearing: Hearing, tables: HearingTables): Hearing {
  known.set(hearing, tables);
  return hearing;
}

/** The features of tables, each with the beats it speaks of and their weights. */
export function weightsIn(tables: HearingTables): Hearing['weights'] {
  const words = tables.words.split(' ');
  const weights: Record<string, number[]> = {};
  const add = (feature: string, number: number): void => {
    const said: number[] = [];
    for (let at = tables.says[number]!; at < tables.says[number + 1]!; at++) said.push(tables.beats[at]!, tables.weights[at]!);
    weights[feature] = said;
  };
  words.forEach((word, first) => {
    if (tables.alone[first]! >= 0) add(word, tables.alone[first]!);
    if (tables.openings[first]! >= 0) add(`^${word}`, tables.openings[first]!);
    for (const apart of Object.values(Apart)) {
      const key = APARTS * first + apart;
      for (let pair = tables.starts[key]!; pair < tables.starts[key + 1]!; pair++) add(pairOf(word, words[tables.seconds[pair]!]!, apart), pair);
    }
  });
  return weights;
}

function pairOf(first: string, second: string, apart: number): string {
  return apart === Apart.opening ? `^${first} ${second}` : apart === Apart.one ? `${first} _ ${second}` : `${first} ${second}`;
}

function tablesFrom({ weights }: Hearing): HearingTables {
  const features = Object.entries(weights).map(([feature, said]) => ({ ...wordsIn(feature), said }));
  const numbers = numbersOf(features);
  const placed = features.map(({ first, second, apart, said }) => ({ first: numbers.get(first)!, second: second === undefined ? -1 : numbers.get(second)!, apart, said }));
  const pairs = placed.filter(({ second }) => second >= 0).sort((a, b) => a.first - b.first || a.apart - b.apart || a.second - b.second);
  const singles = placed.filter(({ second }) => second < 0).sort((a, b) => a.first - b.first || a.apart - b.apart);
  const starts = new Int32Array(APARTS * numbers.size + 1);
  for (const { first, apart } of pairs) starts[APARTS * first + apart + 1]!++;
  for (let key = 1; key < starts.length; key++) starts[key]! += starts[key - 1]!;
  const [alone, openings] = [new Int32Array(numbers.size).fill(-1), new Int32Array(numbers.size).fill(-1)];
  singles.forEach(({ first, apart }, nth) => ((apart === Apart.opening ? openings : alone)[first] = pairs.length + nth));
  return { words: [...numbers.keys()].join(' '), seconds: Int32Array.from(pairs, ({ second }) => second), starts, alone, openings, ...saidBy([...pairs, ...singles].map(({ said }) => said)) };
}

function saidBy(features: readonly (readonly number[])[]): Pick<HearingTables, 'says' | 'beats' | 'weights'> {
  const says = new Int32Array(features.length + 1);
  features.forEach((said, feature) => (says[feature + 1] = says[feature]! + said.length / 2));
  const all = features.flat();
  return { says, beats: Uint16Array.from(all.filter((_, at) => at % 2 === 0)), weights: Int32Array.from(all.filter((_, at) => at % 2 === 1)) };
}

/** Words by their numbers: the commonest second words have the smallest, which are the shortest to write. */
function numbersOf(features: readonly FeatureWords[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { first, second } of features) {
    counts.set(first, counts.get(first) ?? 0);
    if (second !== undefined) counts.set(second, (counts.get(second) ?? 0) + 1);
  }
  return new Map([...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)).map(([word], number) => [word, number]));
}
