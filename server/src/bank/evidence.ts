import type { Wording } from '../rubric/types.js';
import type { BankStory, BankTelling } from './types.js';

/** One way of telling a story that may be offered. */
export interface Entry {
  readonly story: BankStory;
  readonly telling: BankTelling;
  /** What its framing's title asks to be told for; none for the file's own telling. */
  readonly framedFor: ReadonlySet<string>;
}

/** Something in a story that speaks for its answering a wording, 0–1. */
export interface Part {
  readonly strength: number;
  readonly from: 'shape' | 'recognised' | 'leaning' | 'signal' | 'beat' | 'words' | 'framing';
  /** The ids of what it is, or the words. */
  readonly what: readonly string[];
}

/** How far the nearest kind of story that a wording names answers it, the second nearest … */
const BY_PLACE = [1, 0.72, 0.55, 0.45, 0.38, 0.32];
const DECLARED_SHAPE = 0.72;
const RECOGNISED_SHAPE = 0.6;
/** A story that names no kind is what it sounds like most; one that names its kind is only that much of another. */
const LEANING = 0.6;
const LEANING_BESIDE = 0.3;
const FULL_LEANING = 4;
const SIGNAL = 0.35;
const LATER_SIGNAL = 0.2;
const BEATS = 0.18;
const WORD = 0.1;
const MOST_WORDS = 0.4;
const NEEDED_WORD = 0.3;
const FRAMING = 0.6;

/** How far a story's telling answers a wording, 0–1: what speaks for it taken together. */
export function strengthOf(wording: Wording, parts: readonly Part[]): number {
  return lacksNeeded(wording, parts) ? 0 : 1 - parts.reduce((product, { strength }) => product * (1 - strength), 1);
}

/** A story without any of the words that an answer needs is none, whatever else speaks for it. */
function lacksNeeded({ must }: Wording, parts: readonly Part[]): boolean {
  return must.length > 0 && !parts.some(({ from, what }) => from === 'framing' || (from === 'words' && what.some((word) => must.includes(word))));
}

/** What in a telling speaks for its answering a wording; `words` are those of the wording that it uses. */
export function partsOf(wording: Wording, { story, telling, framedFor }: Entry, words: readonly string[]): Part[] {
  const parts: Part[] = [];
  const add = (strength: number, from: Part['from'], what: readonly string[]): void => void (strength > 0 && parts.push({ strength, from, what }));
  const shape = nearestShape(wording, story);
  if (shape) add((shape.declared ? DECLARED_SHAPE : RECOGNISED_SHAPE) * shape.weight, shape.declared ? 'shape' : 'recognised', [shape.id]);
  const leaning = strongestLeaning(wording, story, telling);
  if (leaning) add(leaning.strength, 'leaning', [leaning.id]);
  const signal = wording.signals.findIndex((id) => story.signals.some((marked) => marked.id === id));
  if (signal >= 0) add(signal === 0 ? SIGNAL : LATER_SIGNAL, 'signal', [wording.signals[signal]!]);
  const heard = wording.beats.filter((beat) => telling.heard.has(beat));
  if (heard.length > 0) add((BEATS * heard.length) / wording.beats.length, 'beat', heard);
  if (words.length > 0) add(strengthOfWords(wording, words), 'words', words);
  if (framedFor.has(wording.id)) add(FRAMING, 'framing', []);
  return parts;
}

function strengthOfWords(wording: Wording, words: readonly string[]): number {
  const needed = words.some((word) => wording.must.includes(word)) ? NEEDED_WORD : 0;
  return needed + Math.min(MOST_WORDS, WORD * words.length);
}

function nearestShape(wording: Wording, story: BankStory): { id: string; declared: boolean; weight: number } | undefined {
  const found = story.shapes.map(({ id, declared }) => ({ id, declared, weight: placeWeight(wording, id) })).filter(({ weight }) => weight > 0);
  return found.sort((a, b) => b.weight - a.weight)[0];
}

function strongestLeaning(wording: Wording, story: BankStory, telling: BankTelling): { id: string; strength: number } | undefined {
  let best: { id: string; strength: number } | undefined;
  const [most, full] = story.shapes.length > 0 ? [LEANING_BESIDE, FULL_LEANING] : [LEANING, Math.max(2, ...telling.leanings.values())];
  for (const [id, points] of telling.leanings) {
    if (story.shapes.some((shape) => shape.id === id)) continue;
    const strength = most * Math.min(1, points / full) * placeWeight(wording, id);
    if (strength > (best?.strength ?? 0)) best = { id, strength };
  }
  return best;
}

function placeWeight({ shapes }: Wording, id: string): number {
  const place = shapes.indexOf(id);
  return place < 0 ? 0 : (BY_PLACE[place] ?? BY_PLACE.at(-1)!);
}
