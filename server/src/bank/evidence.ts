import type { Wording } from '../rubric/types.js';
import { stem } from './stems.js';
import type { BankStory, BankTelling, Marked } from './types.js';

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
const MOST_WORDS = 0.5;
const NEEDED_WORD = 0.3;
const FRAMING = 0.6;
/** What is left of a kind where the wording's kinds only say in which stories an answer is likely. */
const LIKELY = 0.85;
/** Words and beats alone, without any kind, signal or framing that says as much, come no further. */
const LEAST_TOLD_BY_KIND = 0.3;
const MOST_WITHOUT_KIND = 0.66;

/** How far a telling answers a wording, 0–1; `words` are those of the wording that it uses. */
export function strengthOf(wording: Wording, entry: Entry, words: readonly string[]): number {
  if (lacksNeeded(wording, entry, words)) return 0;
  let missing = 1;
  let byKind = 0;
  eachPart(wording, entry, words, (strength, from) => {
    missing *= 1 - strength;
    if (from !== 'words' && from !== 'beat') byKind = Math.max(byKind, strength);
  });
  return Math.min(1 - missing, byKind < LEAST_TOLD_BY_KIND ? MOST_WITHOUT_KIND : 1);
}

/** What in a telling speaks for its answering a wording. */
export function partsOf(wording: Wording, entry: Entry, words: readonly string[]): Part[] {
  const parts: Part[] = [];
  eachPart(wording, entry, words, (strength, from, what) => void parts.push({ strength, from, what: from === 'beat' ? wording.beats.filter((beat) => entry.telling.heard.has(beat)) : [what].flat() }));
  return parts;
}

type Add = (strength: number, from: Part['from'], what: string | readonly string[]) => void;

const NONE: readonly string[] = [];

const signWords = new WeakMap<Wording, ReadonlyMap<string, string>>();

/** The words by which an answer to a wording is known, by their stems. */
export function signWordsOf(wording: Wording): ReadonlyMap<string, string> {
  const known = signWords.get(wording);
  if (known) return known;
  const words = new Map<string, string>();
  for (const word of [...wording.told, ...wording.must]) if (!words.has(stem(word))) words.set(stem(word), word);
  signWords.set(wording, words);
  return words;
}

/** Those of a wording's words that a telling uses. */
export function wordsUsed(wording: Wording, { telling: { terms } }: Entry): readonly string[] {
  let used: string[] | undefined;
  for (const [term, word] of signWordsOf(wording)) if (terms.has(term)) (used ??= []).push(word);
  return used ?? NONE;
}

/** A story without any of the words that an answer needs is none, whatever else speaks for it. */
function lacksNeeded({ id, must }: Wording, { framedFor }: Entry, words: readonly string[]): boolean {
  return must.length > 0 && !framedFor.has(id) && !words.some((word) => must.includes(word));
}

/** Makes nothing that is thrown away: it runs for every telling of a bank and every wording. */
function eachPart(wording: Wording, { story, telling, framedFor }: Entry, words: readonly string[], add: Add): void {
  const shape = nearestShape(wording, story);
  if (shape) add((shape.declared ? DECLARED_SHAPE : RECOGNISED_SHAPE) * (wording.likely ? LIKELY : 1) * placeWeight(wording, shape.id), shape.declared ? 'shape' : 'recognised', shape.id);
  addLeaning(wording, story, telling, add);
  const signal = wording.signals.findIndex((id) => story.signals.some((marked) => marked.id === id));
  if (signal >= 0) add(signal === 0 ? SIGNAL : LATER_SIGNAL, 'signal', wording.signals[signal]!);
  let heard = 0;
  for (const beat of wording.beats) if (telling.heard.has(beat)) heard++;
  if (heard > 0) add((BEATS * heard) / wording.beats.length, 'beat', NONE);
  if (words.length > 0) add(strengthOfWords(wording, words), 'words', words);
  if (framedFor.has(wording.id)) add(FRAMING, 'framing', NONE);
}

function strengthOfWords(wording: Wording, words: readonly string[]): number {
  const needed = words.some((word) => wording.must.includes(word)) ? NEEDED_WORD : 0;
  return needed + Math.min(MOST_WORDS, WORD * words.length);
}

function nearestShape(wording: Wording, { shapes }: BankStory): Marked | undefined {
  let nearest: Marked | undefined;
  for (const shape of shapes) if (placeWeight(wording, shape.id) > (nearest ? placeWeight(wording, nearest.id) : 0)) nearest = shape;
  return nearest;
}

/** Another kind that a story sounds like in part. */
function addLeaning(wording: Wording, { shapes }: BankStory, { leanings }: BankTelling, add: Add): void {
  let [strongest, kind, full] = [0, '', 2];
  if (shapes.length > 0) full = FULL_LEANING;
  else for (const points of leanings.values()) full = Math.max(full, points);
  for (const [id, points] of leanings) {
    const strength = (shapes.length > 0 ? LEANING_BESIDE : LEANING) * Math.min(1, points / full) * placeWeight(wording, id);
    if (strength > strongest && !shapes.some((shape) => shape.id === id)) [strongest, kind] = [strength, id];
  }
  if (strongest > 0) add(strongest, 'leaning', kind);
}

function placeWeight({ shapes }: Wording, id: string): number {
  const place = shapes.indexOf(id);
  return place < 0 ? 0 : (BY_PLACE[place] ?? BY_PLACE.at(-1)!);
}
